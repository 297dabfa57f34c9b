import { Inbox } from '../../inbox/inbox'
import { MainScreen } from '../../tabs/main-screen'

/** 消息: who waits for an answer, what I have, everything. */
export default function InboxPage() {
  return (
    <MainScreen page="inbox" title="消息" skeleton={[1, 6]}>
      {(staff) => <Inbox staff={staff} />}
    </MainScreen>
  )
}

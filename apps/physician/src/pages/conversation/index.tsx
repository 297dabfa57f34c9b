import { Screen } from '@suixing/ui'
import Taro, { useRouter } from '@tarojs/taro'
import { Conversation } from '../../conversation/conversation'
import { pageId } from '../../conversation/page-id'
import { useSessionState } from '../../session/current-session'
import { SignedIn } from '../../session/signed-in'

const back = () =>
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.reLaunch({ url: '/pages/inbox/index' }))

/** One conversation with a patient. */
export default function ConversationPage() {
  const id = pageId(useRouter().params['id'])
  const state = useSessionState()
  if (state.kind === 'signed-in') return <Conversation key={id} id={id} staff={state.staff} onBack={back} />
  return (
    <Screen title={{ kind: 'back', text: '对话', onBack: back }}>
      <SignedIn skeleton={[3, 4, 3]}>{() => null}</SignedIn>
    </Screen>
  )
}

/** WeChat tells a page where it is scrolled only when the page asks; a component within it cannot. */
ConversationPage.enablePageScroll = true

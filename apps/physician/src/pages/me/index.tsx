import { Me } from '../../me/me'
import { MainScreen } from '../../tabs/main-screen'

/** 我的: who is signed in, who sees what, and signing out. */
export default function MePage() {
  return (
    <MainScreen page="me" title="我的" skeleton={[2, 4]}>
      {(staff) => <Me staff={staff} />}
    </MainScreen>
  )
}

import { Screen } from '@suixing/ui'
import { Me } from '../../me/me'
import { SignedIn } from '../../session/signed-in'
import { PhysicianTabs } from '../../tabs/physician-tabs'

/** 我的: who is signed in, who sees what, and signing out. */
export default function MePage() {
  return (
    <Screen title={{ kind: 'title', text: '我的' }} tabBar={<PhysicianTabs current="me" />}>
      <SignedIn skeleton={[2, 4]}>{(staff) => <Me staff={staff} />}</SignedIn>
    </Screen>
  )
}

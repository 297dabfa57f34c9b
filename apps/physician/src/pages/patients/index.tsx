import { Screen } from '@suixing/ui'
import { PatientList } from '../../patients/patient-list'
import { SignedIn } from '../../session/signed-in'
import { PhysicianTabs } from '../../tabs/physician-tabs'

/** 我的患者: who waits for me and why, then everybody. */
export default function PatientsPage() {
  return (
    <Screen title={{ kind: 'title', text: '我的患者' }} tabBar={<PhysicianTabs current="patients" />}>
      <SignedIn skeleton={[1, 6]}>{() => <PatientList />}</SignedIn>
    </Screen>
  )
}

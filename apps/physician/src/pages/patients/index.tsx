import { PatientList } from '../../patients/patient-list'
import { MainScreen } from '../../tabs/main-screen'

/** 我的患者: who waits for me and why, then everybody. */
export default function PatientsPage() {
  return (
    <MainScreen page="patients" title="我的患者" skeleton={[1, 6]}>
      {() => <PatientList />}
    </MainScreen>
  )
}

import { Screen } from '@suixing/ui'
import Taro, { useRouter } from '@tarojs/taro'
import { PatientTimeline } from '../../patient/patient-timeline'
import { useSessionState } from '../../session/current-session'
import { SignedIn } from '../../session/signed-in'

const back = () =>
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.reLaunch({ url: '/pages/patients/index' }))

/** One patient: glucose at a glance, everything that happened, and the reply. */
export default function PatientPage() {
  const { id = '' } = useRouter().params
  const state = useSessionState()
  if (state.kind === 'signed-in') return <PatientTimeline id={id} staff={state.staff} onBack={back} />
  return (
    <Screen title={{ kind: 'back', text: '患者', onBack: back }}>
      <SignedIn skeleton={[4, 4]}>{() => null}</SignedIn>
    </Screen>
  )
}

import { StrictMode, useReducer, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useView } from '../sandbox/use-view'
import type { PhoneView, StateView } from '../sandbox/views'
import { atHome, navigate } from './navigation'
import { PatientPhone } from './patient-phone'
import '../look/tokens.css'

/** /pages/phone.html?user=wangxiulan: one patient's phone on a page of its own. */
function PhonePage({ user }: { user: string }) {
  const phone = useView<PhoneView>(`/view/phones/${encodeURIComponent(user)}`)
  const state = useView<StateView>('/view/state')
  const [navigation, go] = useReducer(navigate, atHome)
  const [scanning, setScanning] = useState(false)
  return (
    <PatientPhone
      user={user}
      phone={phone.view}
      state={state.view}
      navigation={navigation}
      go={go}
      refresh={phone.refresh}
      scanning={scanning}
      onScanning={setScanning}
    />
  )
}

const root = document.getElementById('root')
const user = new URLSearchParams(location.search).get('user') ?? 'wangxiulan'
if (root)
  createRoot(root).render(
    <StrictMode>
      <PhonePage user={user} />
    </StrictMode>,
  )

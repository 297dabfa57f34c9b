import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useView } from '../sandbox/use-view'
import type { MemberView, StateView } from '../sandbox/views'
import { MemberPhone } from './member-phone'
import type { MemberTab } from './member-phone'
import '../look/tokens.css'

/** /pages/member.html?userid=linzhiyuan: one member's WeCom on a page of its own. */
function MemberPage({ userid }: { userid: string }) {
  const member = useView<MemberView>(`/view/members/${encodeURIComponent(userid)}`)
  const state = useView<StateView>('/view/state')
  const [tab, setTab] = useState<MemberTab>('app')
  return (
    <MemberPhone
      userid={userid}
      member={member.view}
      state={state.view}
      tab={tab}
      onTab={setTab}
      refresh={member.refresh}
    />
  )
}

const root = document.getElementById('root')
const userid = new URLSearchParams(location.search).get('userid') ?? 'linzhiyuan'
if (root)
  createRoot(root).render(
    <StrictMode>
      <MemberPage userid={userid} />
    </StrictMode>,
  )

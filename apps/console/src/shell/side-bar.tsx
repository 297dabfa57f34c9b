import { CalendarClock, ChartColumn, LayoutGrid, MessagesSquare, TextQuote, Users } from 'lucide-react'
import { NavLink } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import { WaitingCount } from '../inbox/waiting-count'
import { PlanIcon } from '../look/plan-icon'
import { Mark } from '../states/mark'
import { SignedInStaff } from './signed-in-staff'

const item = ({ isActive }: { isActive: boolean }) => (isActive ? 'side-item active' : 'side-item')

/** Pages by programme, patients of all of them, and who is signed in. Counts come from the same answers as the pages. */
export function SideBar() {
  const programmes = useAnswer('programmes', {}, 'once').data?.programmes ?? []
  const total = useAnswer('consolePatients', { query: { limit: 1 } }).data?.total
  return (
    <nav className="side" aria-label="主导航">
      <div className="side-mark">
        <Mark />
        <b>随行</b>
      </div>
      {programmes.map((programme) => (
        <div key={programme.id}>
          <div className="side-group">{programme.name}</div>
          <NavLink to={`/programmes/${programme.id}`} end className={item}>
            <LayoutGrid size={18} strokeWidth={1.7} />
            项目概览
          </NavLink>
          <NavLink to={`/programmes/${programme.id}/plans`} className={item}>
            <PlanIcon />
            随访计划
          </NavLink>
          <NavLink to={`/programmes/${programme.id}/duty`} className={item}>
            <CalendarClock size={18} strokeWidth={1.7} />
            值班
          </NavLink>
          <NavLink to={`/programmes/${programme.id}/macros`} className={item}>
            <TextQuote size={18} strokeWidth={1.7} />
            话术
          </NavLink>
          <NavLink to={`/programmes/${programme.id}/conversation-figures`} className={item}>
            <ChartColumn size={18} strokeWidth={1.7} />
            对话数据
          </NavLink>
        </div>
      ))}
      <div className="side-group">运行</div>
      <NavLink to="/conversations" className={item}>
        <MessagesSquare size={18} strokeWidth={1.7} />
        对话
        <WaitingCount />
      </NavLink>
      <NavLink to="/patients" className={item}>
        <Users size={18} strokeWidth={1.7} />
        患者
        {total === undefined ? null : <span className="side-count">{total.toLocaleString('zh-CN')}</span>}
      </NavLink>
      <span className="grow" />
      <SignedInStaff />
    </nav>
  )
}

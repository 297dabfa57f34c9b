import { Outlet } from 'react-router-dom'
import { SideBar } from './side-bar'

/** Side bar and the page beside it. */
export function Shell() {
  return (
    <div className="console">
      <SideBar />
      <Outlet />
    </div>
  )
}

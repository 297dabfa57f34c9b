import { Navigate, Outlet, useLocation } from 'react-router-dom'
import { failureCode } from '../api/api-failure'
import { useAnswer } from '../api/use-answer'
import { FailureNotice } from '../states/failure-notice'
import { SkeletonPanel } from '../states/skeleton-panel'
import { signedOutAddress } from './signed-out-address'

/** Lets signed-in staff through; everyone else goes to the sign-in page and comes back to where they were. */
export function RequireSession() {
  const me = useAnswer('consoleMe')
  const location = useLocation()
  if (me.data) return <Outlet />
  const code = me.error ? failureCode(me.error) : null
  if (code === 'not-signed-in' || code === 'session-expired') {
    return <Navigate to={signedOutAddress(code)} replace state={{ from: location.pathname }} />
  }
  return (
    <div className="sign-in">
      <div style={{ width: 560 }}>
        {me.error ? <FailureNotice error={me.error} onRetry={() => void me.refetch()} /> : <SkeletonPanel rows={3} />}
      </div>
    </div>
  )
}

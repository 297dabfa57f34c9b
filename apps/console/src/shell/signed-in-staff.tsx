import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Tooltip } from 'antd'
import { LogOut } from 'lucide-react'
import { useNavigate } from 'react-router-dom'
import { useCall } from '../api/call-context'
import { useAnswer } from '../api/use-answer'
import { draftStore } from '../composer/draft-store'
import { roleWords } from '../session/role-words'

/** Who is signed in, with role, and the way out. */
export function SignedInStaff() {
  const call = useCall()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const staff = useAnswer('consoleMe').data?.staff
  const signOut = useMutation({
    mutationFn: () => call('consoleSignOut'),
    onSuccess: async () => {
      await navigate('/sign-in', { replace: true })
      draftStore.forget()
      cache.clear()
    },
  })
  if (!staff) return null
  return (
    <div className="side-staff">
      <div className="avatar">{staff.name.slice(0, 1)}</div>
      <div className="grow">
        <div className="ellipsis" style={{ lineHeight: '18px' }}>
          {staff.name}
        </div>
        <div className="caption ellipsis">
          {staff.title && staff.title !== roleWords[staff.role]
            ? `${staff.title} · ${roleWords[staff.role]}`
            : roleWords[staff.role]}
        </div>
      </div>
      <Tooltip title={signOut.error ? '没有退出成功，请再试' : '退出登录'}>
        <button
          type="button"
          className="plain-button ink-3"
          aria-label="退出登录"
          onClick={() => signOut.mutate()}
          disabled={signOut.isPending}
        >
          <LogOut size={16} strokeWidth={1.7} />
        </button>
      </Tooltip>
    </div>
  )
}

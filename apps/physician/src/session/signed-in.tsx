import type { StaffView } from '@suixing/contracts'
import { EmptyState, ErrorState, PrimaryButton, Skeleton } from '@suixing/ui'
import type { ReactNode } from 'react'
import { session, useSessionState } from './current-session'
import { refusalWords } from './refusal-words'

/** Shows its children to a signed-in person; to others, what stands in the way and what to do. */
export const SignedIn = ({
  skeleton,
  children,
}: {
  skeleton: readonly number[]
  children: (staff: StaffView) => ReactNode
}) => {
  const state = useSessionState()
  switch (state.kind) {
    case 'starting':
      return <Skeleton cards={skeleton} />
    case 'signed-in':
      return <>{children(state.staff)}</>
    case 'signed-out':
      return (
        <EmptyState
          text="您已退出。登录后才看得到患者。"
          action={<PrimaryButton text="登录" onPress={() => void session.signIn()} />}
        />
      )
    case 'refused': {
      const { what, safe, todo } = refusalWords(state.code)
      return (
        <ErrorState
          what={what}
          safe={state.hint ?? safe}
          todo={todo ?? { text: '再试一次', onPress: () => void session.signIn() }}
        />
      )
    }
  }
}

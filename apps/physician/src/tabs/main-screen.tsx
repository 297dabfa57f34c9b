import type { StaffView } from '@suixing/contracts'
import { Screen } from '@suixing/ui'
import type { ReactNode } from 'react'
import { useSessionState } from '../session/current-session'
import { SignedIn } from '../session/signed-in'
import { PhysicianTabs, type MainPage } from './physician-tabs'

/** One of the main pages. Before signing in there is nowhere else to go, so there are no tabs. */
export const MainScreen = (props: {
  page: MainPage
  title: string
  skeleton: readonly number[]
  children: (staff: StaffView) => ReactNode
}) => {
  const signedIn = useSessionState().kind === 'signed-in'
  return (
    <Screen
      title={{ kind: 'title', text: props.title }}
      {...(signedIn ? { tabBar: <PhysicianTabs current={props.page} /> } : {})}
    >
      <SignedIn skeleton={props.skeleton}>{props.children}</SignedIn>
    </Screen>
  )
}

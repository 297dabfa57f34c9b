import { useSyncExternalStore } from 'react'
import { platform } from '../platform'
import { createSession, type SessionState } from './session'

/** The one session of the running app. */
export const session = createSession(platform)

export const useSessionState = (): SessionState => useSyncExternalStore(session.subscribe, session.state, session.state)

import type { StaffView } from '@suixing/contracts'
import { ApiFailure, createApiClient, type Call, type FailureCode, type Session as TokenSource } from '@suixing/ui'
import { PlatformError, type Platform, type PlatformErrorCode } from '../platform'
import { keptSession, type IssuedSession } from './kept-session'
import { transportOf } from './transport'

/** Why nobody is signed in: what the host said, or what the phone said before the host was asked. */
export type RefusalCode = FailureCode | 'outside' | 'login-refused'

export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-in'; readonly staff: StaffView }
  /** The person signed out here; nothing signs them in again but they themselves. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly hint?: string }

/** Who is signed in on this phone, and the calls made in their name. */
export interface Session extends TokenSource {
  state(): SessionState
  subscribe(listener: () => void): () => void
  /** Uses the kept session or signs in; what goes wrong stands in `state`. */
  start(): Promise<void>
  signIn(): Promise<void>
  signOut(): void
  readonly call: Call
}

const key = 'session'
const signedOut = 'signed-out'

export const createSession = (platform: Platform): Session => {
  let state: SessionState = { kind: 'starting' }
  let token: string | null = null
  let signingIn: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const become = (next: SessionState) => {
    state = next
    listeners.forEach((listener) => listener())
  }
  const keep = (issued: IssuedSession) => {
    token = issued.token
    become({ kind: 'signed-in', staff: issued.staff })
  }

  const ask = async (): Promise<IssuedSession> => {
    const { app } = await platform.environment()
    if (app === 'outside') throw new PlatformError('outside', 'not inside WeCom or WeChat')
    const code = await platform.signInCode()
    return call('physicianSignIn', { body: { code, environment: app } })
  }
  const signIn = () =>
    (signingIn ??= ask()
      .then((issued) => {
        platform.kept.write(key, JSON.stringify(issued))
        keep(issued)
      })
      .catch((error: unknown) => {
        token = null
        become(refusal(error))
      })
      .finally(() => (signingIn = undefined)))

  const current = async () => {
    await signingIn
    return token
  }
  const renew = async () => {
    if (state.kind !== 'signed-in') return token
    platform.kept.remove(key)
    await signIn()
    return token
  }
  const { call } = createApiClient(transportOf(platform), { current, renew })
  return {
    call,
    current,
    renew,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start: async () => {
      const text = platform.kept.read(key)
      if (text === signedOut) return become({ kind: 'signed-out' })
      const kept = keptSession(text)
      if (kept) return keep(kept)
      await signIn()
    },
    signIn: async () => {
      become({ kind: 'starting' })
      await signIn()
    },
    signOut: () => {
      token = null
      platform.kept.write(key, signedOut)
      become({ kind: 'signed-out' })
    },
  }
}

const refusal = (error: unknown): SessionState => {
  if (error instanceof ApiFailure)
    return { kind: 'refused', code: error.code, ...(error.hint ? { hint: error.hint } : {}) }
  return { kind: 'refused', code: error instanceof PlatformError && isRefusal(error.code) ? error.code : 'internal' }
}

const isRefusal = (code: PlatformErrorCode): code is Extract<PlatformErrorCode, RefusalCode> =>
  code === 'outside' || code === 'login-refused' || code === 'unreachable'

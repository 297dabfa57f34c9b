import { physicianSession, routes, type StaffView } from '@suixing/contracts'
import { ApiError, errorOf, type ApiErrorCode } from '../api/api-error'
import { PlatformError, type Platform } from '../platform'

export type SessionState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'signed-in'; readonly staff: StaffView }
  /** The person signed out here; nothing signs them in again but they themselves. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly code: ApiErrorCode; readonly hint?: string }

/** Who is signed in on this phone. State is read by `state`, changes are heard through `subscribe`. */
export interface Session {
  state(): SessionState
  subscribe(listener: () => void): () => void
  /** Uses the kept session or signs in; what goes wrong stands in `state`. */
  start(): Promise<void>
  signIn(): Promise<void>
  signOut(): void
  /** @throws ApiError when nobody is signed in */
  token(): Promise<string>
  /** A token other than the one the host refused; many callers at once cause one sign-in. @throws ApiError */
  tokenInsteadOf(refused: string): Promise<string>
}

const key = 'session'
const signedOut = 'signed-out'

export const createSession = (platform: Platform): Session => {
  let state: SessionState = { kind: 'starting' }
  let token: string | undefined
  let signingIn: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const become = (next: SessionState) => {
    state = next
    listeners.forEach((listener) => listener())
  }
  const keep = (kept: { token: string; staff: StaffView }) => {
    token = kept.token
    become({ kind: 'signed-in', staff: kept.staff })
  }

  const ask = async () => {
    const { app } = await platform.environment()
    if (app === 'outside') throw new ApiError('outside')
    const code = await platform.signInCode()
    const route = routes.physicianSignIn
    const answer = await platform.request({ method: route.method, path: route.path, headers: {}, body: { code, environment: app } })
    if (answer.status < 200 || answer.status >= 300) throw errorOf(answer)
    return physicianSession.parse(answer.body)
  }
  const signIn = () =>
    (signingIn ??= ask()
      .then((answer) => {
        platform.kept.write(key, JSON.stringify(answer))
        keep(answer)
      })
      .catch((error: unknown) => {
        token = undefined
        if (error instanceof ApiError) become({ kind: 'refused', code: error.code, ...(error.hint ? { hint: error.hint } : {}) })
        else become({ kind: 'refused', code: error instanceof PlatformError ? error.code : 'internal' })
      })
      .finally(() => (signingIn = undefined)))

  const held = (): string => {
    if (token !== undefined) return token
    throw new ApiError(state.kind === 'refused' ? state.code : 'not-signed-in')
  }
  return {
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
      token = undefined
      platform.kept.write(key, signedOut)
      become({ kind: 'signed-out' })
    },
    token: async () => {
      await signingIn
      return held()
    },
    tokenInsteadOf: async (refused) => {
      if (token === refused) {
        platform.kept.remove(key)
        await signIn()
      }
      return held()
    },
  }
}

/** What was kept, unless an older version of the app wrote it differently. Its end is the host's to judge, on the host's clock. */
const keptSession = (text: string | undefined) => {
  if (!text) return undefined
  try {
    return physicianSession.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

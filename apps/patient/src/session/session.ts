import type { AnswerOf, BodyOf } from '@suixing/contracts'
import type { Session } from '@suixing/ui'
import type { Platform } from '../platform/platform'

interface Kept {
  readonly token: string
  readonly linked: boolean
  readonly entry: string | null
}
type SignIn = (body: BodyOf<'patientSignIn'>) => Promise<AnswerOf<'patientSignIn'>>

/** A session of the patient app; `linked` says whether the host knows who this WeChat user is. */
export interface PatientSession extends Session {
  linked(): Promise<boolean>
}

const storageKey = 'session'

/**
 * Signs in with wx.login when there is no session, when the host refuses it, and when the app was opened by a card whose
 * `entry` was not used yet. Only a linked session is kept on the phone: an unlinked one is tried again next time.
 * Calls at the same time share one sign-in.
 */
export const createSession = (
  platform: Pick<Platform, 'login' | 'launchQuery' | 'storage'>,
  signIn: SignIn,
): PatientSession => {
  let held: Kept | null = null
  let signingIn: Promise<Kept> | null = null

  const readKept = (): Kept | null => {
    const text = platform.storage.read(storageKey)
    if (text === null) return null
    try {
      const kept = JSON.parse(text) as Partial<Kept>
      return typeof kept.token === 'string' ? { token: kept.token, linked: true, entry: kept.entry ?? null } : null
    } catch {
      return null
    }
  }
  const entryNow = () => platform.launchQuery().entry ?? null
  const enter = async (): Promise<Kept> => {
    const entry = entryNow()
    const code = await platform.login()
    const { token, linked } = await signIn({ code, ...(entry === null ? {} : { entry }) })
    held = { token, linked, entry }
    if (linked) platform.storage.write(storageKey, JSON.stringify({ token, entry }))
    else platform.storage.remove(storageKey)
    return held
  }
  const signInOnce = (): Promise<Kept> => {
    signingIn ??= enter().finally(() => {
      signingIn = null
    })
    return signingIn
  }
  const now = async (): Promise<Kept> => {
    held ??= readKept()
    const entry = entryNow()
    if (held && (entry === null || held.entry === entry)) return held
    return signInOnce()
  }
  return {
    current: async () => (await now()).token,
    renew: async () => (await signInOnce()).token,
    linked: async () => (await now()).linked,
  }
}

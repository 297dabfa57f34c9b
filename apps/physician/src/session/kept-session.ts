import type { AnswerOf } from '@suixing/contracts'

export type IssuedSession = AnswerOf<'physicianSignIn'>

/** What was kept, unless an older version of the app wrote it differently. Its end is the host's to judge, on the host's clock. */
export const keptSession = (text: string | undefined): IssuedSession | undefined => {
  try {
    const kept = JSON.parse(text ?? '') as Partial<IssuedSession> | null
    const whole =
      typeof kept?.token === 'string' && typeof kept.staff?.name === 'string' && typeof kept.staff.id === 'string'
    return whole ? (kept as IssuedSession) : undefined
  } catch {
    return undefined
  }
}

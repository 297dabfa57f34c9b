import { createSecretKey } from 'node:crypto'
import type { StaffRole } from '@suixing/contracts'
import { SignJWT, errors, jwtVerify } from 'jose'
import { ApiError } from './api-error'
import type { Clock } from './clock'

/** Who calls. A patient session without `patientId` belongs to somebody we could not link to a patient yet. */
export type Principal =
  | { readonly kind: 'patient'; readonly patientId: string | null; readonly openid: string }
  | { readonly kind: 'family'; readonly membership: string }
  | {
      readonly kind: 'staff'
      readonly staffId: string
      readonly role: StaffRole
      readonly surface: 'console' | 'physician'
    }

export interface IssuedSession {
  readonly token: string
  readonly expiresAt: string
}
const HOURS = { patient: 24 * 7, family: 24 * 7, console: 12, physician: 24 * 7 } as const

/** Signs and reads session tokens (JWT, HS256). Time comes from the clock port, so a moved clock ends sessions too. */
export function sessions(key: string, clock: Clock) {
  const secret = createSecretKey(Buffer.from(key, 'utf8'))
  return {
    async issue(principal: Principal): Promise<IssuedSession> {
      const surface = principal.kind === 'staff' ? principal.surface : principal.kind
      const issued = Math.floor(clock.now().getTime() / 1000)
      const expires = issued + HOURS[surface] * 3600
      const token = await new SignJWT({ principal })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(surface)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .sign(secret)
      return { token, expiresAt: new Date(expires * 1000).toISOString() }
    },
    /** Throws ApiError session-expired or not-signed-in. A token of one surface opens no other. */
    async read(token: string, surface: 'patient' | 'family' | 'console' | 'physician'): Promise<Principal> {
      try {
        const { payload } = await jwtVerify(token, secret, {
          audience: surface,
          algorithms: ['HS256'],
          currentDate: clock.now(),
        })
        return payload['principal'] as Principal
      } catch (error) {
        if (error instanceof errors.JWTExpired)
          throw new ApiError('session-expired', 'the session has ended', { hint: 'sign in again' })
        throw new ApiError('not-signed-in', 'no valid session', { hint: 'sign in' })
      }
    },
  }
}
export type Sessions = ReturnType<typeof sessions>

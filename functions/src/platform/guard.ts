import { timingSafeEqual } from 'node:crypto'
import type { Guard, StaffRole } from '@suixing/contracts'
import { ApiError, forbidden } from './api-error'
import { cookieOf } from './http-context'
import type { HttpContext } from './http-context'
import type { Product } from './product'
import type { Principal } from './session'

export const STAFF_COOKIE = 'suixing_staff'
/** Who works in the console. Physicians see their own patients in their own app; sponsors may see nobody by name. */
export const consoleRoles: readonly StaffRole[] = ['operator', 'healthManager', 'careAssistant', 'nutritionist']

/** Lets a call in, or throws not-signed-in, session-expired or forbidden. Deny by default: a guard that is not named here lets nobody in. */
export async function admit(product: Product, guard: Guard, ctx: HttpContext): Promise<Principal | null> {
  switch (guard) {
    case 'nobody-yet':
      return null
    case 'patient':
      return product.sessions.read(bearer(ctx), 'patient')
    case 'family':
      return product.sessions.read(bearer(ctx), 'family')
    case 'physician':
      return inService(product, await product.sessions.read(bearer(ctx), 'physician'), ['physician'])
    case 'staff': {
      // A header no other site can send on our behalf stands against forged requests beside SameSite.
      if (ctx.headers['x-suixing'] !== 'console') throw forbidden()
      const token = cookieOf(ctx, STAFF_COOKIE)
      if (!token) throw new ApiError('not-signed-in', 'no session', { hint: 'sign in' })
      return inService(product, await product.sessions.read(token, 'console'), consoleRoles)
    }
    default:
      throw forbidden()
  }
}

function bearer(ctx: HttpContext): string {
  const found = /^Bearer ([A-Za-z0-9_.-]+)$/.exec(ctx.headers.authorization ?? '')
  if (!found?.[1]) throw new ApiError('not-signed-in', 'no session', { hint: 'sign in' })
  return found[1]
}

/** A session outlives a person's service: the staff table decides at every call. */
async function inService(product: Product, principal: Principal, roles: readonly StaffRole[]): Promise<Principal> {
  if (principal.kind !== 'staff') throw forbidden()
  const person = await product.repositories.staff.byId(principal.staffId)
  if (!person || !roles.includes(person.role)) throw forbidden()
  return { ...principal, role: person.role }
}

/** Whether two secrets are equal, in constant time. */
export function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}

import type { Repositories } from '../repositories'

export const at = '2026-02-01T00:00:00.000Z'
export const any = <T>(value: unknown): T => value as T
export const lease = { _id: 'none', leaseToken: 'none', wakes: 0, doorbells: 0, revision: 0, state: 'planned' }

/** Calls of repositories' methods by repository and method, as the product makes them. */
export type Calls = {
  readonly [Name in keyof Repositories]?: Record<string, (of: Repositories[Name]) => unknown>
}

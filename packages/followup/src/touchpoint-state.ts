import type { TouchpointState } from '@suixing/contracts'

/** Which state may follow which. Ended states are followed by nothing, but `uncertain`, which a person or a reconciliation settles, and `missed` or `failed`, which stay. */
const followers: Record<TouchpointState, readonly TouchpointState[]> = {
  planned: ['planned', 'due', 'skipped', 'missed', 'cancelled'],
  due: ['claimed', 'planned', 'skipped', 'missed', 'cancelled'],
  claimed: ['handed-over', 'delivered', 'planned', 'due', 'skipped', 'missed', 'cancelled', 'failed', 'uncertain'],
  'handed-over': ['delivered', 'answered', 'failed', 'uncertain', 'cancelled', 'missed'],
  delivered: ['answered', 'failed'],
  uncertain: ['delivered', 'failed', 'cancelled', 'answered'],
  answered: [],
  skipped: [],
  missed: [],
  cancelled: [],
  failed: [],
}
const ended: ReadonlySet<TouchpointState> = new Set([
  'answered',
  'skipped',
  'missed',
  'cancelled',
  'failed',
  'uncertain',
])

/** Whether the touchpoint has come to an end that a person can read a reason for. `delivered` waits for an answer but owes nothing more. */
export const hasEnded = (state: TouchpointState): boolean => ended.has(state)

/** Whether `to` may follow `from`. */
export const mayFollow = (from: TouchpointState, to: TouchpointState): boolean => followers[from].includes(to)

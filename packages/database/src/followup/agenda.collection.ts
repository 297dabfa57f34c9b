import type { CollectionDeclaration } from '../platform/define-model'

/**
 * One row a patient: the next instant at which somebody must look at this patient (a touchpoint is due, a rule may turn, a tag is to be written).
 * `wakes` counts reasons to look; a worker that finishes lets go only of the wakes it saw. `leaseUntil` is real time in epoch milliseconds.
 */
export interface AgendaRow {
  _id: string
  dueAt: string | null
  wakes: number
  leaseToken: string | null
  leaseUntil: number
  failures: number
  error: string | null
}
export const agenda: CollectionDeclaration<AgendaRow> = {
  name: 'agenda',
  growing: true,
  fields: {
    _id: String,
    dueAt: { type: String, default: null },
    wakes: { type: Number, default: 0 },
    leaseToken: { type: String, default: null },
    leaseUntil: { type: Number, default: 0 },
    failures: { type: Number, default: 0 },
    error: { type: String, default: null },
  } as never,
  indexes: [[{ dueAt: 1, leaseUntil: 1 }], [{ failures: 1 }]],
}

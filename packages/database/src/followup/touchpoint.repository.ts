import type { ChannelName, GateOutcome, Instant, Reason, TouchpointState } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { touchpoints } from './touchpoint.collection'
import type { TouchpointRow } from './touchpoint.collection'

/** What a transition changes besides the state. */
export interface TransitionChange {
  readonly to: TouchpointState
  readonly reason: Reason
  readonly at: Instant
  readonly due?: Instant
  readonly plannedDue?: Instant
  readonly planVersion?: number
  readonly gates?: readonly GateOutcome[]
  readonly attempt?: TouchpointRow['attempt']
  readonly channel?: ChannelName
}

/** Touchpoints. Every transition is one conditional update on the revision read before, so two workers never both make it. */
export function touchpointRepository(connection: Connection) {
  const model = modelOf(connection, touchpoints)
  return {
    byId: (id: string): Promise<TouchpointRow | null> => model.findById(id).lean<TouchpointRow>().exec(),
    byIds: (ids: readonly string[]): Promise<TouchpointRow[]> =>
      model
        .find({ _id: { $in: [...ids] } })
        .lean<TouchpointRow[]>()
        .exec(),
    ofPatient: (patientId: string): Promise<TouchpointRow[]> =>
      model.find({ patientId }).sort({ due: 1 }).lean<TouchpointRow[]>().exec(),
    ofPatients: (patientIds: readonly string[]): Promise<TouchpointRow[]> =>
      model
        .find({ patientId: { $in: [...patientIds] } })
        .lean<TouchpointRow[]>()
        .exec(),
    dueBetween: (programmeId: string, from: Instant, to: Instant): Promise<TouchpointRow[]> =>
      model
        .find({
          programmeId,
          state: {
            $in: [
              'planned',
              'due',
              'claimed',
              'handed-over',
              'delivered',
              'answered',
              'skipped',
              'missed',
              'cancelled',
              'failed',
              'uncertain',
            ],
          },
          due: { $gte: from, $lt: to },
        })
        .lean<TouchpointRow[]>()
        .exec(),
    count: (programmeId: string, states: readonly TouchpointState[]): Promise<number> =>
      model.countDocuments({ programmeId, state: { $in: [...states] } }).exec(),
    async countByState(programmeId: string): Promise<Partial<Record<TouchpointState, number>>> {
      const rows = await model.aggregate<{ _id: TouchpointState; n: number }>([
        { $match: { programmeId } },
        { $group: { _id: '$state', n: { $sum: 1 } } },
      ])
      return Object.fromEntries(rows.map(({ _id, n }) => [_id, n]))
    },
    /** False when the key exists already: planning the same touchpoint twice makes one. */
    async create(
      row: Omit<TouchpointRow, 'history' | 'gates' | 'attempt' | 'channel' | 'revision' | 'state'>,
    ): Promise<boolean> {
      const history = [{ at: row.createdAt, from: null, to: 'planned' as const, reason: row.reason, due: row.due }]
      try {
        await model.create({
          ...row,
          state: 'planned',
          history,
          gates: null,
          attempt: null,
          channel: null,
          revision: 0,
        })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    /** Null: somebody else changed the touchpoint since it was read; read again. */
    async transition(row: TouchpointRow, change: TransitionChange): Promise<TouchpointRow | null> {
      const { to, reason, at, ...set } = change
      const due = change.due ? { due: change.due } : {}
      return model
        .findOneAndUpdate(
          { _id: row._id, revision: row.revision },
          {
            $set: { state: to, reason, ...set },
            $inc: { revision: 1 },
            $push: { history: { at, from: row.state, to, reason, ...due } },
          },
          { returnDocument: 'after' },
        )
        .lean<TouchpointRow>()
        .exec()
    },
  }
}
export type TouchpointRepository = ReturnType<typeof touchpointRepository>

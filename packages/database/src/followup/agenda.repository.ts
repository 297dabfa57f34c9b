import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { agenda } from './agenda.collection'
import type { AgendaRow } from './agenda.collection'

/** Who must be looked at when. Leases are single-document updates, so any number of instances may work. */
export function agendaRepository(connection: Connection) {
  const model = modelOf(connection, agenda)
  return {
    /** Somebody must look at the patient at `at` or earlier. */
    async wake(patientId: string, at: Instant): Promise<void> {
      // Asleep and awake are two conditional writes; whoever meets the row between them turning round asks again, so no wake is lost.
      for (;;) {
        const awake = await model.updateOne(
          { _id: patientId, dueAt: { $ne: null } },
          { $inc: { wakes: 1 }, $min: { dueAt: at } },
        )
        if (awake.matchedCount === 1) return
        try {
          await model.updateOne(
            { _id: patientId, dueAt: null },
            { $inc: { wakes: 1 }, $set: { dueAt: at } },
            { upsert: true },
          )
          return
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
        }
      }
    },
    /** Takes one patient who is due and not leased. `realNow` is wall time in epoch milliseconds, for leases only. */
    async claim(now: Instant, realNow: number, leaseMs: number, token: string): Promise<AgendaRow | null> {
      return model
        .findOneAndUpdate(
          { dueAt: { $lte: now }, leaseUntil: { $lt: realNow } },
          { $set: { leaseToken: token, leaseUntil: realNow + leaseMs } },
          { sort: { dueAt: 1 }, returnDocument: 'after' },
        )
        .lean<AgendaRow>()
        .exec()
    },
    /** Lets go with the next instant; when the patient was woken meanwhile it stays due. */
    async finish(row: AgendaRow, next: Instant | null): Promise<void> {
      const mine = { _id: row._id, leaseToken: row.leaseToken }
      const letGo = { leaseToken: null, leaseUntil: 0, failures: 0, error: null }
      const done = await model.updateOne({ ...mine, wakes: row.wakes }, { $set: { ...letGo, dueAt: next } })
      if (done.matchedCount === 0) await model.updateOne(mine, { $set: letGo })
    },
    /** Puts a patient whose work failed aside until `next`, with the error in sight. */
    async fail(row: AgendaRow, next: Instant, error: string): Promise<void> {
      await model.updateOne(
        { _id: row._id, leaseToken: row.leaseToken },
        { $set: { leaseToken: null, leaseUntil: 0, dueAt: next, error }, $inc: { failures: 1 } },
      )
    },
    async nextDue(): Promise<Instant | null> {
      const row = await model
        .findOne({ dueAt: { $ne: null } })
        .sort({ dueAt: 1 })
        .lean<AgendaRow>()
        .exec()
      return row?.dueAt ?? null
    },
    failing: (): Promise<number> => model.countDocuments({ failures: { $gt: 0 } }).exec(),
  }
}
export type AgendaRepository = ReturnType<typeof agendaRepository>

import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { inbox } from './inbox.collection'
import type { InboxRow } from './inbox.collection'

/** Callbacks between acknowledgement and work. */
export function inboxRepository(connection: Connection) {
  const model = modelOf(connection, inbox)
  return {
    /** Keeps an event; false when it is known. Resolves only after the row is durable. */
    async keep(row: Pick<InboxRow, '_id' | 'source' | 'xml' | 'receivedAt'>): Promise<boolean> {
      try {
        await model.collection.insertOne({
          ...row,
          state: 'waiting',
          dueAt: row.receivedAt,
          attempts: 0,
          leaseToken: null,
          leaseUntil: 0,
          error: null,
          doneAt: null,
        } as never)
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async claim(now: Instant, realNow: number, leaseMs: number, token: string): Promise<InboxRow | null> {
      return model
        .findOneAndUpdate(
          { state: 'waiting', dueAt: { $lte: now }, leaseUntil: { $lt: realNow } },
          { $set: { leaseToken: token, leaseUntil: realNow + leaseMs }, $inc: { attempts: 1 } },
          { sort: { dueAt: 1 }, returnDocument: 'after' },
        )
        .lean<InboxRow>()
        .exec()
    },
    async done(row: InboxRow, at: Instant): Promise<void> {
      await model.updateOne(
        { _id: row._id, leaseToken: row.leaseToken },
        { $set: { state: 'done', doneAt: at, leaseToken: null, error: null } },
      )
    },
    /** Tries again at `retryAt`, or parks the event for a person when null. */
    async fail(row: InboxRow, retryAt: Instant | null, error: string): Promise<void> {
      await model.updateOne(
        { _id: row._id, leaseToken: row.leaseToken },
        {
          $set: {
            state: retryAt ? 'waiting' : 'parked',
            ...(retryAt ? { dueAt: retryAt } : {}),
            leaseToken: null,
            leaseUntil: 0,
            error,
          },
        },
      )
    },
    parked: (): Promise<number> => model.countDocuments({ state: 'parked' }).exec(),
    async nextDue(): Promise<Instant | null> {
      return (await model.findOne({ state: 'waiting' }).sort({ dueAt: 1 }).lean<InboxRow>().exec())?.dueAt ?? null
    },
    /** Retention: what is done and older than `before` goes. */
    async forget(before: Instant): Promise<number> {
      return (await model.deleteMany({ state: 'done', receivedAt: { $lt: before } })).deletedCount
    },
  }
}
export type InboxRepository = ReturnType<typeof inboxRepository>

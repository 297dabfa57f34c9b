import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { groupCommit } from '../platform/group-commit'
import { inbox } from './inbox.collection'
import type { InboxRow } from './inbox.collection'

type NewInboxRow = Pick<InboxRow, '_id' | 'source' | 'xml' | 'receivedAt'>

export interface InboxClaim {
  readonly now: Instant
  /** Wall time in epoch milliseconds, for the lease. */
  readonly realNow: number
  readonly leaseMs: number
  /** Unique to this claim: rows are read back by it. */
  readonly token: string
  readonly limit: number
}

/** Rows written by one command; a burst beyond it waits for the next. */
const GROUP = 200
/** An acknowledged event must outlive the database's own crash: a standalone mongod would otherwise answer up to 100 ms before its journal. */
const durable = { w: 'majority', journal: true } as const

/** Callbacks between acknowledgement and work. */
export function inboxRepository(connection: Connection) {
  const model = modelOf(connection, inbox)

  async function insert(rows: readonly NewInboxRow[]): Promise<PromiseSettledResult<boolean>[]> {
    const documents = rows.map((row) => ({
      ...row,
      state: 'waiting',
      dueAt: row.receivedAt,
      attempts: 0,
      leaseToken: null,
      leaseUntil: 0,
      error: null,
      doneAt: null,
    }))
    const refused = await model.collection
      .insertMany(documents as never[], { ordered: false, writeConcern: durable })
      .then(() => new Map<number, unknown>(), refusals)
    return rows.map((_, at): PromiseSettledResult<boolean> => {
      if (!refused.has(at)) return { status: 'fulfilled', value: true }
      const reason = refused.get(at)
      return isDuplicateKey(reason) ? { status: 'fulfilled', value: false } : { status: 'rejected', reason }
    })
  }
  const keepInGroup = groupCommit(insert, GROUP)

  return {
    /** Keeps an event; false when it is known. Resolves only after the row is durable; events that come together are written together. */
    keep: (row: NewInboxRow): Promise<boolean> => keepInGroup(row),
    /** Takes up to `limit` due events, oldest first, each for one worker only. Empty when nothing is due. */
    async claim({ now, realNow, leaseMs, token, limit }: InboxClaim): Promise<InboxRow[]> {
      const free = { state: 'waiting' as const, dueAt: { $lte: now }, leaseUntil: { $lt: realNow } }
      for (;;) {
        const due = await model.find(free, { _id: 1 }).sort({ dueAt: 1 }).limit(limit).lean<{ _id: string }[]>().exec()
        if (due.length === 0) return []
        const ids = { $in: due.map(({ _id }) => _id) }
        const taken = await model.updateMany(
          { _id: ids, ...free },
          { $set: { leaseToken: token, leaseUntil: realNow + leaseMs }, $inc: { attempts: 1 } },
        )
        // Others were quicker for all of them; there may be more behind.
        if (taken.modifiedCount === 0) continue
        return model.find({ _id: ids, leaseToken: token }).sort({ dueAt: 1 }).lean<InboxRow[]>().exec()
      }
    },
    /** Ends events of one claim; those whose lease was lost meanwhile stay as they are. */
    async done(rows: readonly InboxRow[], at: Instant): Promise<void> {
      if (rows.length === 0) return
      await model.updateMany(
        { _id: { $in: rows.map(({ _id }) => _id) }, leaseToken: rows[0]?.leaseToken ?? null },
        { $set: { state: 'done', doneAt: at, leaseToken: null, error: null } },
      )
    },
    /** Gives events of one claim back untried, for whoever comes next. */
    async release(rows: readonly InboxRow[]): Promise<void> {
      if (rows.length === 0) return
      await model.updateMany(
        { _id: { $in: rows.map(({ _id }) => _id) }, leaseToken: rows[0]?.leaseToken ?? null },
        { $set: { leaseToken: null, leaseUntil: 0 }, $inc: { attempts: -1 } },
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
/** Which rows of an unordered insert were refused, and why. Throws what is no answer to single rows. */
function refusals(error: unknown): ReadonlyMap<number, unknown> {
  const each = (error as { writeErrors?: { index: number }[] | { index: number } } | null)?.writeErrors
  if (!each) throw error
  return new Map([each].flat().map((refusal) => [refusal.index, refusal]))
}
export type InboxRepository = ReturnType<typeof inboxRepository>

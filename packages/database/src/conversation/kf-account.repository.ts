import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { kfAccounts } from './kf-account.collection'
import type { KfAccountRow } from './kf-account.collection'

/** kf accounts of the corp, one a programme. */
export function kfAccountRepository(connection: Connection) {
  const model = modelOf(connection, kfAccounts)
  return {
    byId: (openKfid: string): Promise<KfAccountRow | null> => model.findById(openKfid).lean<KfAccountRow>().exec(),
    ofProgramme: (programmeId: string): Promise<KfAccountRow | null> =>
      model.findOne({ programmeId }).lean<KfAccountRow>().exec(),
    async save(row: Pick<KfAccountRow, '_id' | 'programmeId' | 'name' | 'nextPullAt'>): Promise<void> {
      await model.updateOne(
        { _id: row._id },
        {
          $set: { programmeId: row.programmeId, name: row.name },
          $setOnInsert: {
            cursor: '',
            doorbells: 0,
            pending: false,
            token: null,
            tokenAt: null,
            nextPullAt: row.nextPullAt,
            leaseToken: null,
            leaseUntil: 0,
            trouble: null,
          },
        },
        { upsert: true },
      )
    },
    async ring(openKfid: string, token: string, at: Instant): Promise<boolean> {
      const rung = await model.updateOne(
        { _id: openKfid },
        { $set: { pending: true, token, tokenAt: at }, $inc: { doorbells: 1 } },
      )
      return rung.matchedCount === 1
    },
    /**
     * Takes one account with a doorbell pending or a pull overdue, but none of `except`. Doorbells that ring meanwhile are coalesced into
     * this pull or the next.
     */
    async claim(
      now: Instant,
      realNow: number,
      leaseMs: number,
      token: string,
      except: readonly string[] = [],
    ): Promise<KfAccountRow | null> {
      return model
        .findOneAndUpdate(
          {
            ...(except.length > 0 ? { _id: { $nin: [...except] } } : {}),
            leaseUntil: { $lt: realNow },
            $or: [{ pending: true }, { nextPullAt: { $lte: now } }],
          },
          { $set: { leaseToken: token, leaseUntil: realNow + leaseMs } },
          { returnDocument: 'after' },
        )
        .lean<KfAccountRow>()
        .exec()
    },
    /** Moves the cursor past messages that are durable here; false when the lease was lost. */
    async advance(row: KfAccountRow, cursor: string): Promise<boolean> {
      const moved = await model.updateOne(
        { _id: row._id, leaseToken: row.leaseToken },
        { $set: { cursor, trouble: null } },
      )
      return moved.matchedCount === 1
    },
    /** Remembers the message this pull failed at. */
    async troubled(row: KfAccountRow, trouble: KfAccountRow['trouble']): Promise<void> {
      await model.updateOne({ _id: row._id, leaseToken: row.leaseToken }, { $set: { trouble } })
    },
    async finish(row: KfAccountRow, nextPullAt: Instant): Promise<void> {
      await model.updateOne(
        { _id: row._id, leaseToken: row.leaseToken, doorbells: row.doorbells },
        { $set: { pending: false } },
      )
      await model.updateOne(
        { _id: row._id, leaseToken: row.leaseToken },
        { $set: { leaseToken: null, leaseUntil: 0, nextPullAt } },
      )
    },
    /** Lets go without clearing the doorbell: somebody tries again. */
    async fail(row: KfAccountRow): Promise<void> {
      await model.updateOne({ _id: row._id, leaseToken: row.leaseToken }, { $set: { leaseToken: null, leaseUntil: 0 } })
    },
    async nextPullAt(): Promise<Instant | null> {
      return (await model.findOne({}).sort({ nextPullAt: 1 }).lean<KfAccountRow>().exec())?.nextPullAt ?? null
    },
    async anyPending(): Promise<boolean> {
      return (await model.findOne({ pending: true }).lean().exec()) !== null
    },
  }
}
export type KfAccountRepository = ReturnType<typeof kfAccountRepository>

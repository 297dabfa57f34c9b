import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { media } from './media.collection'
import type { MediaRow } from './media.collection'

type NewMedia = Pick<MediaRow, '_id' | 'kind' | 'source' | 'state' | 'key' | 'at'> &
  Partial<Pick<MediaRow, 'conversationId' | 'contentType' | 'bytes' | 'name' | 'seconds' | 'nextAt'>>

/** Files of conversations. */
export function mediaRepository(connection: Connection) {
  const model = modelOf(connection, media)
  return {
    byId: (id: string): Promise<MediaRow | null> => model.findById(id).lean<MediaRow>().exec(),
    byIds: (ids: readonly string[]): Promise<MediaRow[]> =>
      model
        .find({ _id: { $in: [...ids] } })
        .lean<MediaRow[]>()
        .exec(),
    /** Keeps one; the same id again changes nothing. */
    async keep({ _id, ...row }: NewMedia): Promise<void> {
      const fresh = {
        conversationId: null,
        contentType: null,
        bytes: null,
        name: null,
        seconds: null,
        why: null,
        attempts: 0,
        nextAt: null,
        leaseUntil: 0,
        wecom: null,
        ...row,
      }
      await model.updateOne({ _id }, { $setOnInsert: fresh }, { upsert: true })
    },
    /** Takes the one that has waited longest to be fetched. */
    async claim(now: Instant, realNow: number, leaseMs: number): Promise<MediaRow | null> {
      return model
        .findOneAndUpdate(
          { nextAt: { $lte: now, $type: 'string' }, leaseUntil: { $lt: realNow } },
          { $set: { leaseUntil: realNow + leaseMs }, $inc: { attempts: 1 } },
          { sort: { nextAt: 1 }, returnDocument: 'after' },
        )
        .lean<MediaRow>()
        .exec()
    },
    /** It was fetched; what was recalled meanwhile stays gone. */
    async stored(id: string, about: Pick<MediaRow, 'contentType' | 'bytes' | 'name'>): Promise<void> {
      await model.updateOne(
        { _id: id, state: 'pending' },
        { $set: { ...about, state: 'stored', nextAt: null, leaseUntil: 0 } },
      )
    },
    async ended(id: string, state: 'gone' | 'refused', why: string): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { state, why, nextAt: null, leaseUntil: 0 } })
    },
    async later(id: string, nextAt: Instant): Promise<void> {
      await model.updateOne({ _id: id, state: 'pending' }, { $set: { nextAt, leaseUntil: 0 } })
    },
    async setWecom(id: string, wecom: MediaRow['wecom']): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { wecom } })
    },
    /** Ties an upload to the conversation it was sent in: whoever sees that may see this. */
    async setConversation(id: string, conversationId: string): Promise<void> {
      await model.updateOne({ _id: id, conversationId: null }, { $set: { conversationId } })
    },
    nextDue: async (): Promise<Instant | null> =>
      (
        await model
          .findOne({ nextAt: { $type: 'string' } })
          .sort({ nextAt: 1 })
          .lean<MediaRow>()
          .exec()
      )?.nextAt ?? null,
  }
}
export type MediaRepository = ReturnType<typeof mediaRepository>

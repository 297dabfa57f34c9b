import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { subscribeCredits } from './subscribe-credit.collection'
import type { SubscribeCreditRow } from './subscribe-credit.collection'

/** More accepts than this are not counted: WeChat's own number is unknown, and a loop of taps must not become a flood. */
const MOST = 50
/** How many attempts a row remembers. */
const REMEMBERED = 100

/** Credits of subscribe messages, spent by one conditional update before the call. */
export function subscribeCreditRepository(connection: Connection) {
  const model = modelOf(connection, subscribeCredits)
  return {
    async accepted(patientId: string, openid: string, templateId: string): Promise<void> {
      const _id = `${openid}:${templateId}`
      await model.updateOne(
        { _id },
        { $setOnInsert: { patientId, openid, templateId, left: 0, spent: [] } },
        { upsert: true },
      )
      await model.updateOne({ _id, left: { $lt: MOST } }, { $inc: { left: 1 } })
    },
    left: async (patientId: string, templateId: string): Promise<number> =>
      (await model.find({ patientId, templateId }).lean<SubscribeCreditRow[]>().exec()).reduce(
        (sum, { left }) => sum + left,
        0,
      ),
    /** Takes one credit for an attempt; null when there is none. The same attempt takes one once. */
    async reserve(patientId: string, templateId: string, attemptId: string): Promise<SubscribeCreditRow | null> {
      const reserved = () =>
        model.findOne({ patientId, templateId, spent: attemptId }).lean<SubscribeCreditRow>().exec()
      const before = await reserved()
      if (before) return before
      const taken = await model
        .findOneAndUpdate(
          { patientId, templateId, left: { $gt: 0 }, spent: { $ne: attemptId } },
          { $inc: { left: -1 }, $push: { spent: { $each: [attemptId], $slice: -REMEMBERED } } },
          { returnDocument: 'after' },
        )
        .lean<SubscribeCreditRow>()
        .exec()
      // Nothing taken: there is none, or the same attempt took one meanwhile.
      return taken ?? reserved()
    },
    /** WeChat says there is none left (43101). */
    async none(id: string): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { left: 0 } })
    },
  }
}
export type SubscribeCreditRepository = ReturnType<typeof subscribeCreditRepository>

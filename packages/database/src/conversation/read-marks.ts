import type { Instant } from '@suixing/contracts'
import type { Model } from 'mongoose'
import type { ConversationRow } from './conversation.collection'

/** Up to when somebody of the team read a conversation; null when they never did. */
export const readUpTo = ({ readBy }: Pick<ConversationRow, 'readBy'>, staffId: string): Instant | null =>
  readBy.find((mark) => mark.staffId === staffId)?.at ?? null

/**
 * Who has read what. A conversation is unread for those who take part while the patient's last message is later than their reading:
 * that holds in whichever order messages and readings arrive, and however often.
 */
export function readMarks(model: Model<ConversationRow>) {
  return {
    /** The patient said something: unread for everybody named who has not read that far. */
    async patientSaid(id: string, at: Instant, via: 'kf' | 'miniChat', unreadFor: readonly string[]): Promise<void> {
      // First the instant, then the marks: a reading in between looks at the instant, so it takes no mark of this message away.
      await model.bulkWrite([
        {
          updateOne: {
            filter: { _id: id, $or: [{ lastPatientAt: null }, { lastPatientAt: { $lte: at } }] },
            update: { $set: { lastPatientAt: at, lastPatientVia: via } },
          },
        },
        ...unreadFor.map((staffId) => ({
          updateOne: {
            filter: { _id: id, readBy: { $not: { $elemMatch: { staffId, at: { $gte: at } } } } },
            update: { $addToSet: { unreadFor: staffId } },
          },
        })),
      ])
    },
    /** Somebody of the team read up to `upTo`; reading never goes back. */
    async readByStaff(id: string, staffId: string, upTo: Instant): Promise<void> {
      const first = await model.updateOne(
        { _id: id, 'readBy.staffId': { $ne: staffId } },
        { $push: { readBy: { staffId, at: upTo } } },
      )
      if (first.matchedCount === 0)
        await model.updateOne(
          { _id: id, readBy: { $elemMatch: { staffId, at: { $lt: upTo } } } },
          { $set: { 'readBy.$.at': upTo } },
        )
      await model.updateOne(
        { _id: id, $or: [{ readByTeam: null }, { readByTeam: { $lt: upTo } }] },
        { $set: { readByTeam: upTo } },
      )
      await model.updateOne(
        { _id: id, $or: [{ lastPatientAt: null }, { lastPatientAt: { $lte: upTo } }] },
        { $pull: { unreadFor: staffId } },
      )
    },
    /** The patient read up to `upTo`; true when that is further than before. */
    async readByPatient(id: string, upTo: Instant): Promise<boolean> {
      const read = await model.updateOne(
        { _id: id, $or: [{ readByPatient: null }, { readByPatient: { $lt: upTo } }] },
        { $set: { readByPatient: upTo } },
      )
      return read.matchedCount === 1
    },
  }
}

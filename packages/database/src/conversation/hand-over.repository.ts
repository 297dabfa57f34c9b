import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { handOvers } from './hand-over.collection'
import type { HandOverRow } from './hand-over.collection'
import { RECALLED } from './recalled'

type NewHandOver = Pick<
  HandOverRow,
  '_id' | 'conversationId' | 'patientId' | 'programmeId' | 'because' | 'urgent' | 'at' | 'question' | 'assignedTo'
>

/** Hand-overs, kept for ever: the figures of how patients were answered come from them. */
export function handOverRepository(connection: Connection) {
  const model = modelOf(connection, handOvers)
  /** Sets what is not set yet: who came first stays. */
  const once = async (id: string, field: keyof HandOverRow, change: Partial<HandOverRow>): Promise<boolean> => {
    const set = await model.updateOne({ _id: id, [field]: null }, { $set: change })
    return set.matchedCount === 1
  }
  return {
    byId: (id: string): Promise<HandOverRow | null> => model.findById(id).lean<HandOverRow>().exec(),
    /** Begins a hand-over; the same one again changes nothing. Answers it as it stands. */
    async begin(row: NewHandOver): Promise<HandOverRow> {
      const { _id, ...rest } = row
      await model.updateOne(
        { _id },
        {
          $setOnInsert: {
            ...rest,
            acknowledgedAt: null,
            acknowledgedBy: null,
            firstReplyAt: null,
            firstReplyBy: null,
            closedAt: null,
            closedBy: null,
            askedAt: null,
            satisfaction: null,
          },
        },
        { upsert: true },
      )
      // Read anew: of several at once, an upsert of DocumentDB may answer what it would have written itself.
      return model.findById(_id).lean<HandOverRow>().orFail().exec()
    },
    acknowledge: (id: string, by: string, at: Instant): Promise<boolean> =>
      once(id, 'acknowledgedAt', { acknowledgedAt: at, acknowledgedBy: by }),
    replied: (id: string, by: string, at: Instant): Promise<boolean> =>
      once(id, 'firstReplyAt', { firstReplyAt: at, firstReplyBy: by }),
    close: (id: string, by: string, at: Instant): Promise<boolean> =>
      once(id, 'closedAt', { closedAt: at, closedBy: by }),
    asked: (id: string, at: Instant): Promise<boolean> => once(id, 'askedAt', { askedAt: at }),
    rate: (id: string, score: number, at: Instant): Promise<boolean> =>
      once(id, 'satisfaction', { satisfaction: { score, at } }),
    /** The patient took these words back. */
    async recalled(conversationId: string, words: string): Promise<void> {
      await model.updateMany({ conversationId, question: words }, { $set: { question: RECALLED } })
    },
    /** What a stranger waited for belongs to the patient they turned out to be. */
    async adopt(conversationId: string, into: string, patientId: string): Promise<void> {
      await model.updateMany({ conversationId }, { $set: { conversationId: into, patientId } })
    },
    /** Newest first. */
    ofConversation: (conversationId: string, limit: number): Promise<HandOverRow[]> =>
      model.find({ conversationId }).sort({ at: -1 }).limit(limit).lean<HandOverRow[]>().exec(),
    between: (programmeId: string, from: Instant, to: Instant): Promise<HandOverRow[]> =>
      model
        .find({ programmeId, at: { $gte: from, $lt: to } })
        .lean<HandOverRow[]>()
        .exec(),
  }
}
export type HandOverRepository = ReturnType<typeof handOverRepository>

import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { messages } from './message.collection'
import type { MessageRow } from './message.collection'

type NewMessage = Pick<
  MessageRow,
  '_id' | 'conversationId' | 'patientId' | 'at' | 'author' | 'text' | 'channel' | 'state'
> &
  Partial<Pick<MessageRow, 'faq' | 'touchpointId' | 'answers' | 'handOver' | 'leaseUntil'>>

/** Messages of conversations. */
export function messageRepository(connection: Connection) {
  const model = modelOf(connection, messages)
  return {
    byId: (id: string): Promise<MessageRow | null> => model.findById(id).lean<MessageRow>().exec(),
    /** Keeps a message; false when its id is known. */
    async keep(row: NewMessage): Promise<boolean> {
      try {
        await model.create({
          faq: null,
          touchpointId: null,
          answers: null,
          handOver: null,
          failure: null,
          sendAttempts: 0,
          leaseUntil: 0,
          ...row,
        })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },
    async settle(id: string, state: 'sent' | 'failed', failure: MessageRow['failure']): Promise<MessageRow | null> {
      return model
        .findOneAndUpdate(
          { _id: id, state: { $in: ['sending', 'sent'] } },
          { $set: { state, failure, leaseUntil: 0 } },
          { returnDocument: 'after' },
        )
        .lean<MessageRow>()
        .exec()
    },
    /** Takes one message whose sender went away between attempt and outcome. */
    async claimUnsettled(realNow: number, leaseMs: number): Promise<MessageRow | null> {
      return model
        .findOneAndUpdate(
          { state: 'sending', leaseUntil: { $lt: realNow } },
          { $set: { leaseUntil: realNow + leaseMs }, $inc: { sendAttempts: 1 } },
          { returnDocument: 'after' },
        )
        .lean<MessageRow>()
        .exec()
    },
    ofPatient: (patientId: string, limit: number): Promise<MessageRow[]> =>
      model.find({ patientId }).sort({ at: -1, _id: -1 }).limit(limit).lean<MessageRow[]>().exec(),
    ofConversation: (conversationId: string, limit: number): Promise<MessageRow[]> =>
      model.find({ conversationId }).sort({ at: -1, _id: -1 }).limit(limit).lean<MessageRow[]>().exec(),
    /** Gives messages written before the kf user was known to the patient they belong to. */
    async adopt(conversationId: string, into: string, patientId: string): Promise<void> {
      await model.updateMany({ conversationId }, { $set: { conversationId: into, patientId } })
    },
  }
}
export type MessageRepository = ReturnType<typeof messageRepository>

import type { Instant } from '@suixing/contracts'
import type { Connection, QueryFilter } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { messages } from './message.collection'
import type { MessageRow } from './message.collection'
import { textGrams } from './text-grams'

export type NewMessage = Pick<
  MessageRow,
  '_id' | 'conversationId' | 'programmeId' | 'patientId' | 'at' | 'author' | 'text' | 'channel' | 'state'
> &
  Partial<Pick<MessageRow, 'content' | 'faq' | 'touchpointId' | 'answers' | 'handOver' | 'clientId' | 'leaseUntil'>>

/** What the figures of a programme look at. */
export interface MessageFigure {
  readonly at: Instant
  readonly author: Pick<MessageRow['author'], 'kind'>
  readonly faq: { readonly id: string } | null
  readonly touchpointId: string | null
}

/** Where a page of messages begins: instant and id of the last one shown. */
export interface Before {
  readonly at: Instant
  readonly id: string
}
/** Where a search looks: everywhere unless programmes or conversations are named. */
export interface MessageSearchWithin {
  readonly programmeIds?: readonly string[]
  readonly conversationIds?: readonly string[]
  readonly before?: Before | undefined
  readonly limit: number
}
const olderThan = ({ at, id }: Before) => ({ $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }] })

/** Messages of conversations. */
export function messageRepository(connection: Connection) {
  const model = modelOf(connection, messages)
  return {
    byId: (id: string): Promise<MessageRow | null> => model.findById(id).lean<MessageRow>().exec(),
    /** Keeps a message; false when its id is known. */
    async keep(row: NewMessage): Promise<boolean> {
      try {
        await model.create({
          content: null,
          faq: null,
          touchpointId: null,
          answers: null,
          handOver: null,
          failure: null,
          recalledAt: null,
          clientId: null,
          sendAttempts: 0,
          leaseUntil: 0,
          grams: textGrams(row.text),
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
    /** Its sender took it back: the words go, that something was said stays. Null when there is no such message. */
    async recall(id: string, at: Instant): Promise<MessageRow | null> {
      return model
        .findOneAndUpdate(
          { _id: id },
          { $set: { recalledAt: at, text: '', content: null, grams: [] } },
          { returnDocument: 'after' },
        )
        .lean<MessageRow>()
        .exec()
    },
    /** The entry of a menu that was tapped; only the first tap counts. */
    async choose(id: string, chosen: string): Promise<void> {
      await model.updateOne(
        { _id: id, 'content.kind': 'menu', 'content.chosen': null },
        { $set: { 'content.chosen': chosen } },
      )
    },
    ofPatient: (patientId: string, limit: number): Promise<MessageRow[]> =>
      model.find({ patientId }).sort({ at: -1, _id: -1 }).limit(limit).lean<MessageRow[]>().exec(),
    /** Newest first. */
    ofConversation: (conversationId: string, limit: number, before?: Before): Promise<MessageRow[]> =>
      model
        .find({
          conversationId,
          ...(before ? olderThan(before) : {}),
        })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<MessageRow[]>()
        .exec(),
    countOfPatientSince: (conversationId: string, since: Instant): Promise<number> =>
      model
        .countDocuments({ conversationId, at: { $gt: since }, 'author.kind': { $in: ['patient', 'family'] } })
        .exec(),
    /** Gives messages written before the kf user was known to the patient they belong to. */
    async adopt(conversationId: string, into: string, patientId: string): Promise<void> {
      await model.updateMany({ conversationId }, { $set: { conversationId: into, patientId } })
    },
    /**
     * Messages with every pair of letters of `q`, newest first: the caller looks whether the piece itself is in the text. Nothing is
     * found by fewer than two letters.
     */
    async search(
      q: string,
      { programmeIds, conversationIds, before, limit }: MessageSearchWithin,
    ): Promise<MessageRow[]> {
      const pairs = textGrams(q)
      if (pairs.length === 0) return []
      return model
        .find({
          grams: { $all: pairs },
          ...(programmeIds ? { programmeId: { $in: [...programmeIds] } } : {}),
          ...(conversationIds ? { conversationId: { $in: [...conversationIds] } } : {}),
          ...(before ? olderThan(before) : {}),
        } as QueryFilter<MessageRow>)
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<MessageRow[]>()
        .exec()
    },
    /** What was said in a programme within a span, as its figures need it: no words. */
    async figures(programmeId: string, from: Instant, to: Instant): Promise<MessageFigure[]> {
      const rows = await model
        .find(
          { programmeId, at: { $gte: from, $lt: to } },
          { at: 1, 'author.kind': 1, 'faq.id': 1, touchpointId: 1, _id: 0 },
        )
        .lean<MessageFigure[]>()
        .exec()
      // A part of nothing is left out by the database instead of being null.
      return rows.map((row) => ({ ...row, faq: row.faq ?? null }))
    },
  }
}
export type MessageRepository = ReturnType<typeof messageRepository>

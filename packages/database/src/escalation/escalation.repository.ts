import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { escalations } from './escalation.collection'
import type { EscalationRow, Telling } from './escalation.collection'

type NewEscalation = Pick<EscalationRow, '_id' | 'kind' | 'subject' | 'ladder' | 'urgency' | 'startedAt'>
const OPEN = { acknowledgedAt: null, endedAt: null }

/** What escalates until a person acknowledges. */
export function escalationRepository(connection: Connection) {
  const model = modelOf(connection, escalations)
  const held = ({ _id, leaseToken }: EscalationRow) => ({ _id, leaseToken })
  return {
    byId: (id: string): Promise<EscalationRow | null> => model.findById(id).lean<EscalationRow>().exec(),
    byTask: (taskId: string): Promise<EscalationRow | null> =>
      model.findOne({ 'told.taskId': taskId }).lean<EscalationRow>().exec(),
    /** Newest first. */
    ofConversation: (conversationId: string, limit: number): Promise<EscalationRow[]> =>
      model
        .find({ 'subject.conversationId': conversationId })
        .sort({ startedAt: -1 })
        .limit(limit)
        .lean<EscalationRow[]>()
        .exec(),
    /** What escalates for a stranger goes on for the patient they turned out to be. */
    async adopt(conversationId: string, into: string, patientId: string): Promise<void> {
      await model.updateMany(
        { 'subject.conversationId': conversationId },
        { $set: { 'subject.conversationId': into, 'subject.patientId': patientId } },
      )
    },
    /** Begins; the same subject again changes nothing. Due at once: the first rung decides whether somebody is told now. */
    async begin(row: NewEscalation): Promise<void> {
      const { _id, ...rest } = row
      await model.updateOne(
        { _id },
        {
          $setOnInsert: {
            ...rest,
            nextAt: rest.startedAt,
            told: [],
            acknowledgedAt: null,
            acknowledgedBy: null,
            endedAt: null,
            cardsStale: false,
            leaseToken: null,
            leaseUntil: 0,
          },
        },
        { upsert: true },
      )
    },
    /** Takes the one that has been due for longest, or one whose cards must still be told that it is over. */
    async claim(now: Instant, realNow: number, leaseMs: number, token: string): Promise<EscalationRow | null> {
      const take = (due: object, sort: Record<string, 1> = {}) =>
        model
          .findOneAndUpdate(
            { ...due, leaseUntil: { $lt: realNow } },
            { $set: { leaseToken: token, leaseUntil: realNow + leaseMs } },
            { sort, returnDocument: 'after' },
          )
          .lean<EscalationRow>()
          .exec()
      return (
        (await take({ nextAt: { $lte: now, $type: 'string' } }, { nextAt: 1 })) ?? (await take({ cardsStale: true }))
      )
    },
    /** Makes a telling durable before its call; false when the lease was lost or somebody acknowledged meanwhile. */
    async trying(row: EscalationRow, telling: Telling): Promise<boolean> {
      const added = await model.updateOne(
        { ...held(row), ...OPEN, 'told.taskId': { $ne: telling.taskId } },
        { $push: { told: telling } },
      )
      return added.matchedCount === 1
    },
    async settle(id: string, taskId: string, outcome: Pick<Telling, 'state' | 'responseCode' | 'why'>): Promise<void> {
      const { state, responseCode, why } = outcome
      await model.updateOne(
        { _id: id, 'told.taskId': taskId },
        { $set: { 'told.$.state': state, 'told.$.responseCode': responseCode, 'told.$.why': why } },
      )
    },
    /** A person acknowledged: true for the first one. Nobody is told any more, and the cards say who it is. */
    async acknowledge(id: string, by: string, at: Instant): Promise<boolean> {
      const done = await model.updateOne(
        { _id: id, ...OPEN },
        { $set: { acknowledgedAt: at, acknowledgedBy: by, nextAt: null, cardsStale: true } },
      )
      return done.matchedCount === 1
    },
    /** It needs nobody any more. */
    async end(id: string, at: Instant): Promise<void> {
      await model.updateOne({ _id: id, ...OPEN }, { $set: { endedAt: at, nextAt: null, cardsStale: true } })
    },
    async finish(row: EscalationRow, nextAt: Instant | null): Promise<void> {
      await model.updateOne({ ...held(row), ...OPEN }, { $set: { nextAt } })
      await model.updateOne(held(row), { $set: { leaseToken: null, leaseUntil: 0 } })
    },
    async cardsDone(row: EscalationRow): Promise<void> {
      await model.updateOne(held(row), { $set: { cardsStale: false, leaseToken: null, leaseUntil: 0 } })
    },
    nextDue: async (): Promise<Instant | null> =>
      (
        await model
          .findOne({ nextAt: { $type: 'string' } })
          .sort({ nextAt: 1 })
          .lean<EscalationRow>()
          .exec()
      )?.nextAt ?? null,
  }
}
export type EscalationRepository = ReturnType<typeof escalationRepository>

import type { HandOverReason, Instant } from '@suixing/contracts'
import type { Model } from 'mongoose'
import type { ConversationRow } from './conversation.collection'

export interface Waiting {
  readonly handOverId: string
  readonly at: Instant
  readonly because: HandOverReason
  readonly urgent: boolean
  readonly waitingFor: string
  readonly assignedTo: string | null
}
const NOBODY_WAITS = { waitingSince: null, waitingUrgent: false, waitingFor: null }

/** How a conversation moves between the assistant and people. Each move is one conditional update: of two at once, one happens. */
export function handOverMoves(model: Model<ConversationRow>) {
  return {
    /** The patient waits for a person. What waits already stays, unless this is a red flag and that was none. */
    async wait(id: string, { handOverId, at, because, urgent, waitingFor, assignedTo }: Waiting): Promise<boolean> {
      const free = urgent
        ? { $or: [{ state: { $ne: 'waiting' as const } }, { waitingUrgent: false }] }
        : { state: { $ne: 'waiting' as const } }
      const moved = await model.updateOne(
        { _id: id, ...free },
        {
          $set: {
            state: 'waiting',
            waitingSince: at,
            waitingUrgent: urgent,
            waitingFor,
            because,
            handOverId,
            assignedTo,
            personSince: null,
            snoozedUntil: null,
          },
          ...(assignedTo ? { $addToSet: { participants: assignedTo, unreadFor: assignedTo } } : {}),
        },
      )
      return moved.matchedCount === 1
    },
    /** A person answers this one from now on. False when somebody else does. */
    async take(id: string, staffId: string, at: Instant, handOverId: string): Promise<boolean> {
      const taken = await model.updateOne(
        { _id: id, $or: [{ state: { $ne: 'person' } }, { assignedTo: { $in: [null, staffId] } }] },
        {
          $set: { state: 'person', assignedTo: staffId, personSince: at, handOverId, ...NOBODY_WAITS },
          $addToSet: { participants: staffId },
        },
      )
      return taken.matchedCount === 1
    },
    /**
     * Somebody replied, whoever it was assigned to: nobody waits any more, and the assistant stays silent for a while. False when another
     * hand-over has begun since: what it waits for was not seen by whoever wrote the reply.
     */
    async replied(id: string, staffId: string, at: Instant, handOverId: string): Promise<boolean> {
      const answered = await model.updateOne(
        { _id: id, handOverId: { $in: [null, handOverId] } },
        {
          $set: { state: 'person', assignedTo: staffId, personSince: at, handOverId, ...NOBODY_WAITS },
          $addToSet: { participants: staffId },
        },
      )
      return answered.matchedCount === 1
    },
    /** Gives it to somebody (or, in the console, to nobody) without answering for them. */
    async assign(id: string, staffId: string | null): Promise<void> {
      await model.updateOne(
        { _id: id },
        {
          $set: { assignedTo: staffId },
          ...(staffId ? { $addToSet: { participants: staffId, unreadFor: staffId } } : {}),
        },
      )
    },
    /** The assistant answers again. False when it does already, or when another hand-over has begun since. */
    async giveBack(id: string, handOverId: string | null): Promise<boolean> {
      const given = await model.updateOne(
        { _id: id, handOverId, state: { $ne: 'assistant' } },
        {
          $set: {
            state: 'assistant',
            handOverId: null,
            because: null,
            assignedTo: null,
            personSince: null,
            snoozedUntil: null,
            ...NOBODY_WAITS,
          },
        },
      )
      return given.matchedCount === 1
    },
    async addParticipants(id: string, staffIds: readonly string[]): Promise<void> {
      await model.updateOne({ _id: id }, { $addToSet: { participants: { $each: [...staffIds] } } })
    },
    async setLabels(id: string, labels: readonly string[]): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { labels: [...new Set(labels)] } })
    },
    async snooze(id: string, until: Instant | null): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { snoozedUntil: until } })
    },
    /** Wakes those whose time has come, at most `limit`; answers those that it woke itself. */
    async wakeSnoozed(now: Instant, limit: number): Promise<ConversationRow[]> {
      const rows = await model
        .find({ snoozedUntil: { $lte: now, $type: 'string' } })
        .limit(limit)
        .lean<ConversationRow[]>()
        .exec()
      const woken: ConversationRow[] = []
      for (const row of rows) {
        const { _id, snoozedUntil } = row
        const woke = await model.updateOne({ _id, snoozedUntil }, { $set: { snoozedUntil: null } })
        if (woke.matchedCount === 1) woken.push({ ...row, snoozedUntil: null })
      }
      return woken
    },
    nextSnoozeEnd: async (): Promise<Instant | null> =>
      (
        await model
          .findOne({ snoozedUntil: { $type: 'string' } })
          .sort({ snoozedUntil: 1 })
          .lean<ConversationRow>()
          .exec()
      )?.snoozedUntil ?? null,
  }
}

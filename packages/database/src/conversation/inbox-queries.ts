import type { Instant } from '@suixing/contracts'
import type { Model, QueryFilter } from 'mongoose'
import type { ConversationRow } from './conversation.collection'
import { textGrams } from './text-grams'

/** Whose inbox: what one person takes part in, or the conversations of programmes. */
export type InboxScope = { readonly participant: string } | { readonly programmeIds: readonly string[] }
export interface InboxQuery {
  readonly scope: InboxScope
  readonly filter: 'waiting' | 'mine' | 'unassigned' | 'snoozed' | 'all'
  readonly staffId: string
  readonly label?: string | undefined
  /** Only these, as a search found them. */
  readonly ids?: readonly string[] | undefined
  readonly skip: number
  readonly limit: number
}
export interface InboxCounts {
  readonly waiting: number
  readonly mine: number
  readonly all: number
  readonly unread: number
}

const within = (scope: InboxScope): QueryFilter<ConversationRow> =>
  'participant' in scope ? { participants: scope.participant } : { programmeId: { $in: [...scope.programmeIds] } }
const waits = { state: 'waiting' as const, snoozedUntil: null }

function conditions({ scope, filter, staffId, label, ids }: InboxQuery): QueryFilter<ConversationRow> {
  const chosen = {
    waiting: waits,
    mine: { assignedTo: staffId },
    unassigned: { ...waits, assignedTo: null },
    snoozed: { snoozedUntil: { $type: 'string' as const } },
    all: {},
  }[filter]
  return {
    ...within(scope),
    ...chosen,
    ...(label ? { labels: label } : {}),
    ...(ids ? { _id: { $in: [...ids] } } : {}),
  } as QueryFilter<ConversationRow>
}

/** What an inbox shows: those who wait by urgency and waiting time, everything else by its last message. */
export function inboxQueries(model: Model<ConversationRow>) {
  return {
    inbox: (query: InboxQuery): Promise<ConversationRow[]> =>
      model
        .find(conditions(query))
        .sort(
          query.filter === 'waiting' || query.filter === 'unassigned'
            ? { waitingUrgent: -1, waitingSince: 1, _id: 1 }
            : { lastAt: -1, _id: -1 },
        )
        .skip(query.skip)
        .limit(query.limit)
        .lean<ConversationRow[]>()
        .exec(),
    async inboxCounts(scope: InboxScope, staffId: string): Promise<InboxCounts> {
      const [waiting, mine, all, unread] = await Promise.all([
        model.countDocuments({ ...within(scope), ...waits } as QueryFilter<ConversationRow>).exec(),
        model.countDocuments({ ...within(scope), assignedTo: staffId } as QueryFilter<ConversationRow>).exec(),
        model.countDocuments(within(scope)).exec(),
        model.countDocuments({ unreadFor: staffId }).exec(),
      ])
      return { waiting, mine, all, unread }
    },
    /** Open conversations by the person who has them. */
    async openByAssignee(staffIds: readonly string[]): Promise<Map<string, number>> {
      const counted = await model
        .aggregate<{ _id: string; open: number }>([
          { $match: { assignedTo: { $in: [...staffIds] }, state: { $ne: 'assistant' } } },
          { $group: { _id: '$assignedTo', open: { $sum: 1 } } },
        ])
        .exec()
      return new Map(counted.map(({ _id, open }) => [_id, open]))
    },
    /** Ids of conversations with patients of this name, or a piece of it of two letters or more. */
    async named(q: string, limit: number): Promise<string[]> {
      const pairs = textGrams(q)
      if (pairs.length === 0) return []
      const rows = await model
        .find({ names: { $all: pairs } }, { _id: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>()
        .exec()
      return rows.map(({ _id }) => _id)
    },
    async setName(id: string, name: string): Promise<void> {
      await model.updateOne({ _id: id }, { $set: { names: textGrams(name) } })
    },
    /** Something was said. An older message than the last changes nothing of what the inbox shows. */
    async said(id: string, last: NonNullable<ConversationRow['last']>): Promise<void> {
      await model.updateOne({ _id: id, lastAt: { $lte: last.at } }, { $set: { last, lastAt: last.at } })
    },
    /** The patient said something: unread for everybody who takes part. */
    async patientSaid(id: string, at: Instant, via: 'kf' | 'miniChat', unreadFor: readonly string[]): Promise<void> {
      await model.updateOne({ _id: id }, { $addToSet: { unreadFor: { $each: [...unreadFor] } } })
      await model.updateOne(
        { _id: id, $or: [{ lastPatientAt: null }, { lastPatientAt: { $lte: at } }] },
        { $set: { lastPatientAt: at, lastPatientVia: via } },
      )
    },
    /** Somebody of the team read up to `upTo`; reading never goes back. */
    async readByStaff(id: string, staffId: string, upTo: Instant): Promise<void> {
      const field = `readBy.${staffId}`
      await model.updateOne({ _id: id, [field]: { $not: { $gte: upTo } } }, { $set: { [field]: upTo } })
      await model.updateOne(
        { _id: id, $or: [{ readByTeam: null }, { readByTeam: { $lt: upTo } }] },
        { $set: { readByTeam: upTo } },
      )
      await model.updateOne(
        { _id: id, $or: [{ lastPatientAt: null }, { lastPatientAt: { $lte: upTo } }] },
        { $pull: { unreadFor: staffId } },
      )
    },
    async readByPatient(id: string, upTo: Instant): Promise<boolean> {
      const read = await model.updateOne(
        { _id: id, $or: [{ readByPatient: null }, { readByPatient: { $lt: upTo } }] },
        { $set: { readByPatient: upTo } },
      )
      return read.matchedCount === 1
    },
    /** Says that something a screen may show has changed. */
    async touch(id: string): Promise<void> {
      await model.updateOne({ _id: id }, { $inc: { activity: 1 } })
    },
  }
}

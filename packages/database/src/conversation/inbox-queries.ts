import type { Model, QueryFilter } from 'mongoose'
import type { ConversationRow } from './conversation.collection'
import { RECALLED } from './recalled'
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
  readonly unassigned: number
  readonly snoozed: number
}

const within = (scope: InboxScope): QueryFilter<ConversationRow> =>
  'participant' in scope ? { participants: scope.participant } : { programmeId: { $in: [...scope.programmeIds] } }
const waits = { state: 'waiting' as const, snoozedUntil: null }
const BY_WAITING = { waitingUrgent: -1, waitingSince: 1, _id: 1 } as const
const BY_LAST = { lastAt: -1, _id: -1 } as const
type InboxOrder = typeof BY_WAITING | typeof BY_LAST

function conditions({ filter, staffId, label, ids }: InboxQuery): QueryFilter<ConversationRow> {
  const chosen = {
    waiting: waits,
    mine: { assignedTo: staffId },
    unassigned: { ...waits, assignedTo: null },
    snoozed: { snoozedUntil: { $type: 'string' as const } },
    all: {},
  }[filter]
  return {
    ...chosen,
    ...(label ? { labels: label } : {}),
    ...(ids ? { _id: { $in: [...ids] } } : {}),
  } as QueryFilter<ConversationRow>
}

/** Which of two rows comes first, as the database would order them. */
const inOrder =
  (order: InboxOrder) =>
  (a: ConversationRow, b: ConversationRow): number => {
    for (const [name, direction] of Object.entries(order)) {
      const [one, other] = [a, b].map((row) => row[name as keyof InboxRow] ?? '')
      if (one !== other) return ((one as string) < (other as string) ? -1 : 1) * direction
    }
    return 0
  }
type InboxRow = Pick<ConversationRow, 'waitingUrgent' | 'waitingSince' | 'lastAt' | '_id'>

/** What an inbox shows: those who wait by urgency and waiting time, everything else by its last message. */
export function inboxQueries(model: Model<ConversationRow>) {
  return {
    /** An index has the order of one programme only, so several are asked one by one and merged. */
    async inbox(query: InboxQuery): Promise<ConversationRow[]> {
      const { scope, filter, skip, limit } = query
      const order = filter === 'waiting' || filter === 'unassigned' ? BY_WAITING : BY_LAST
      const first = (whose: QueryFilter<ConversationRow>, from: number, count: number): Promise<ConversationRow[]> =>
        model
          .find({ ...whose, ...conditions(query) } as QueryFilter<ConversationRow>)
          .sort(order)
          .skip(from)
          .limit(count)
          .lean<ConversationRow[]>()
          .exec()
      if ('participant' in scope) return first({ participants: scope.participant }, skip, limit)
      const [only, ...others] = new Set(scope.programmeIds)
      if (only === undefined) return []
      if (others.length === 0) return first({ programmeId: only }, skip, limit)
      const each = await Promise.all([only, ...others].map((programmeId) => first({ programmeId }, 0, skip + limit)))
      return each
        .flat()
        .sort(inOrder(order))
        .slice(skip, skip + limit)
    },
    async inboxCounts(scope: InboxScope, staffId: string): Promise<InboxCounts> {
      const [waiting, mine, all, unread, unassigned, snoozed] = await Promise.all([
        model.countDocuments({ ...within(scope), ...waits } as QueryFilter<ConversationRow>).exec(),
        model.countDocuments({ ...within(scope), assignedTo: staffId } as QueryFilter<ConversationRow>).exec(),
        model.countDocuments(within(scope)).exec(),
        model.countDocuments({ unreadFor: staffId }).exec(),
        model.countDocuments({ ...within(scope), ...waits, assignedTo: null } as QueryFilter<ConversationRow>).exec(),
        model
          .countDocuments({ ...within(scope), snoozedUntil: { $type: 'string' } } as QueryFilter<ConversationRow>)
          .exec(),
      ])
      return { waiting, mine, all, unread, unassigned, snoozed }
    },
    labelsInUse: async (scope: InboxScope): Promise<string[]> =>
      (await model.distinct('labels', within(scope)).exec()).sort(),
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
    /** Something was said. An older message than the last changes nothing of what the inbox shows; of two at one instant the id decides, as in the conversation itself. */
    async said(id: string, last: NonNullable<ConversationRow['last']>): Promise<void> {
      const { at, messageId } = last
      await model.updateOne(
        { _id: id, $or: [{ lastAt: { $lt: at } }, { lastAt: at, 'last.messageId': { $lte: messageId } }] },
        { $set: { last, lastAt: at } },
      )
    },
    /** A message was taken back: the inbox no longer shows its words, neither as the last nor as what waits. */
    async recalled(id: string, messageId: string, words: string): Promise<void> {
      await model.updateOne({ _id: id, 'last.messageId': messageId }, { $set: { 'last.text': RECALLED } })
      if (words !== '') await model.updateOne({ _id: id, waitingFor: words }, { $set: { waitingFor: RECALLED } })
    },
    /** Says that something a screen may show has changed. */
    async touch(id: string): Promise<void> {
      await model.updateOne({ _id: id }, { $inc: { activity: 1 } })
    },
  }
}

import type { Inbox } from '@suixing/contracts'
import type { InboxScope, StaffRow } from '@suixing/database'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import type { Call } from '../platform/serve'
import { conversationRows } from './conversation-rows'
import { searchText } from './search-text'

type Query = Call<'physicianInbox'>['query']
/** How many conversations a search looks through. */
const FOUND = 200

/** What a reader sees: a physician what they take part in, the console every programme or one. */
export async function inbox(
  product: Product,
  reader: StaffRow,
  surface: 'physician' | 'console',
  query: Query,
): Promise<Inbox> {
  const { conversations } = product.repositories
  const scope = scopeOf(product, reader, surface, query.programmeId)
  const now = product.clock.instant()
  const cursor = await cursorOf(product, reader, scope, query)
  if (query.since === cursor)
    return { unchanged: true, rows: [], counts: { waiting: 0, mine: 0, all: 0, unread: 0 }, next: null, cursor, now }
  const skip = skipOf(query.after)
  const ids = query.q ? await found(product, scope, query.q) : undefined
  const rows = await conversations.inbox({
    scope,
    filter: query.filter,
    staffId: reader._id,
    label: query.label,
    ids,
    skip,
    limit: query.limit + 1,
  })
  return {
    unchanged: false,
    rows: await conversationRows(product, rows.slice(0, query.limit), reader),
    counts: await conversations.inboxCounts(scope, reader._id),
    labels: await conversations.labelsInUse(scope),
    next: rows.length > query.limit ? String(skip + query.limit) : null,
    cursor,
    now,
  }
}

const scopeOf = (
  product: Product,
  reader: StaffRow,
  surface: 'physician' | 'console',
  programmeId: string | undefined,
): InboxScope =>
  surface === 'physician'
    ? { participant: reader._id }
    : { programmeIds: programmeId ? [programmeId] : product.programmes.all.map(({ definition }) => definition.id) }

/** One number that grows with everything the list shows; an unchanged list costs this and nothing more. */
async function cursorOf(product: Product, reader: StaffRow, scope: InboxScope, query: Query): Promise<string> {
  const activity =
    'participant' in scope ? reader.activity : await product.repositories.duty.activityOf(scope.programmeIds)
  return [query.filter, activity, query.label ?? '', query.q ?? '', query.after ?? '', query.limit]
    .join('.')
    .slice(0, 200)
}

const skipOf = (after: string | undefined): number => {
  if (after !== undefined && !/^\d{1,9}$/.test(after))
    throw new ApiError('bad-request', 'no cursor of this list', { field: 'query.after' })
  return Number(after ?? 0)
}

/** Conversations with a patient of this name, or in which it was said; of what the reader sees, for others may have said it more lately. */
async function found(product: Product, scope: InboxScope, q: string): Promise<string[]> {
  const { conversations } = product.repositories
  const named = await conversations.named(q, FOUND)
  const within =
    'participant' in scope
      ? { conversationIds: await conversations.idsOfParticipant(scope.participant) }
      : { programmeIds: scope.programmeIds }
  const said = await searchText(product, { q, ...within, limit: FOUND })
  return [...new Set([...named, ...said.rows.map(({ conversationId }) => conversationId)])]
}

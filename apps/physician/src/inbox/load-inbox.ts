import type { AnswerOf, QueryOf } from '@suixing/contracts'

type Inbox = AnswerOf<'physicianInbox'>
/** What the inbox is asked for, without its cursors. */
export type InboxChoice = Pick<QueryOf<'physicianInbox'>, 'filter' | 'q'>
type Ask = (query: QueryOf<'physicianInbox'>) => Promise<Inbox>

/** The first `pages` pages of an inbox as one list; `next` leads to the one after. */
export interface LongInbox extends Inbox {
  readonly pages: number
}

export const pageSize = 30

/**
 * Loads as many pages as were asked for. An unchanged first page leaves all that is known and only adds pages that are
 * wanted now; a changed one loads every page anew, for rows may have moved between them.
 */
export const loadInbox = async (
  ask: Ask,
  choice: InboxChoice,
  wanted: number,
  known: LongInbox | null,
): Promise<LongInbox> => {
  const query = { ...choice, limit: pageSize }
  const first = await ask({ ...query, since: known?.cursor })
  const held: LongInbox =
    first.unchanged && known ? { ...known, now: first.now, cursor: first.cursor } : { ...first, pages: 1 }
  return withPages(held, wanted, (after) => ask({ ...query, after }))
}

const withPages = async (
  held: LongInbox,
  wanted: number,
  askAfter: (after: string) => Promise<Inbox>,
): Promise<LongInbox> => {
  if (held.next === null || held.pages >= wanted) return held
  const { rows, next } = await askAfter(held.next)
  const ids = new Set(held.rows.map(({ id }) => id))
  const longer = {
    ...held,
    rows: [...held.rows, ...rows.filter(({ id }) => !ids.has(id))],
    next,
    pages: held.pages + 1,
  }
  return withPages(longer, wanted, askAfter)
}

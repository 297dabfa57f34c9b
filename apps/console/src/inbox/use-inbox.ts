import type { ConversationRow, Inbox, QueryOf } from '@suixing/contracts'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCall } from '../api/call-context'
import { sinceQuery } from '../api/since-query'
import type { Answering } from '../states/answered'

export type InboxChoice = Pick<QueryOf<'consoleInbox'>, 'filter' | 'q' | 'label' | 'programmeId'>

/** Rows of all pages read so far; one that moved from page to page between two polls stands once. */
export const rowsOf = (pages: readonly Inbox[]): ConversationRow[] => [
  ...new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values(),
]

/** An inbox page by page, every page kept fresh. `first` tells how the reading goes; `more` reads the page behind the last. */
export function useInbox(choice: InboxChoice): {
  readonly first: Answering<Inbox>
  readonly rows: readonly ConversationRow[]
  readonly more: (() => void) | null
} {
  const call = useCall()
  const cache = useQueryClient()
  const key = JSON.stringify(choice)
  const [paged, setPaged] = useState<{ key: string; cursors: readonly string[] }>({ key, cursors: [] })
  const cursors = paged.key === key ? paged.cursors : []
  const queries = useQueries({
    queries: [undefined, ...cursors].map((after) => ({
      ...sinceQuery(call, cache, 'consoleInbox', { query: { ...choice, ...(after ? { after } : {}) } }),
      ...(after ? {} : { placeholderData: (before: Inbox | undefined) => before }),
    })),
  })
  const next = queries.at(-1)?.data?.next ?? null
  return {
    first: queries[0] as Answering<Inbox>,
    rows: rowsOf(queries.flatMap(({ data }) => (data ? [data] : []))),
    more: next === null ? null : () => setPaged({ key, cursors: [...cursors, next] }),
  }
}

import type { Inbox, QueryOf } from '@suixing/contracts'

export type InboxFilter = NonNullable<QueryOf<'consoleInbox'>['filter']>

/** Filters in the order they stand, with the sentence of an empty one. */
export const inboxFilters: readonly {
  readonly filter: InboxFilter
  readonly word: string
  readonly empty: { readonly title: string; readonly detail: string }
}[] = [
  { filter: 'waiting', word: '等待中', empty: { title: '没有人在等', detail: '患者要找人时，会出现在这里。' } },
  { filter: 'mine', word: '我的', empty: { title: '您手上没有对话', detail: '接手或分给您的，会出现在这里。' } },
  { filter: 'unassigned', word: '未分配', empty: { title: '都有人负责', detail: '还没分给人的，会出现在这里。' } },
  { filter: 'snoozed', word: '已搁置', empty: { title: '没有搁置的对话', detail: '搁置到期会自己回到列表。' } },
  { filter: 'all', word: '全部', empty: { title: '还没有对话', detail: '患者说第一句话，就会出现在这里。' } },
]

/** The filter named in an address; the first one when it names none. */
export const inboxFilterOf = (text: string | null): InboxFilter =>
  inboxFilters.find(({ filter }) => filter === text)?.filter ?? 'waiting'

/** How many stand behind a filter; null when the host does not count it. */
export const filterCount = (counts: Inbox['counts'], filter: InboxFilter): number | null => counts[filter] ?? null

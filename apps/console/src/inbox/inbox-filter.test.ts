import { filterCount, inboxFilterOf } from './inbox-filter'

it('reads the filter of an address and falls back to who waits', () => {
  expect(['mine', 'snoozed', 'toString', null].map(inboxFilterOf)).toEqual(['mine', 'snoozed', 'waiting', 'waiting'])
})

it('counts what the host counts and invents nothing', () => {
  const counts = { waiting: 4, mine: 0, all: 9, unread: 2, unassigned: 1 }
  expect(filterCount(counts, 'mine')).toBe(0)
  expect(filterCount(counts, 'unassigned')).toBe(1)
  expect(filterCount(counts, 'snoozed')).toBeNull()
})

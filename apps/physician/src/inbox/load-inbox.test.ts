import type { AnswerOf, QueryOf } from '@suixing/contracts'
import { loadInbox, type LongInbox } from './load-inbox'

type Inbox = AnswerOf<'physicianInbox'>
const now = '2026-11-23T02:15:00.000Z'

/** An inbox of one-row pages, `ids` in order. */
const desk = (ids: string[]) => {
  const asked: QueryOf<'physicianInbox'>[] = []
  let cursor = 'v1'
  const ask = async (query: QueryOf<'physicianInbox'>): Promise<Inbox> => {
    asked.push(query)
    const at = query.after === undefined ? 0 : Number(query.after)
    const unchanged = query.since === cursor
    const rows = unchanged ? [] : ids.slice(at, at + 1).map((id) => ({ id }) as Inbox['rows'][number])
    const counts = { waiting: 0, mine: 0, all: ids.length, unread: 0 }
    return { unchanged, rows, counts, cursor, now, next: at + 1 < ids.length ? String(at + 1) : null }
  }
  const load = (wanted: number, known: LongInbox | null) => loadInbox(ask, { filter: 'all' }, wanted, known)
  return { asked, load, moves: () => void (cursor += '+') }
}
const idsOf = ({ rows }: LongInbox) => rows.map(({ id }) => id).join('')

it('asks for one page at first', async () => {
  const { load, asked } = desk(['a', 'b', 'c'])
  expect(idsOf(await load(1, null))).toBe('a')
  expect(asked).toEqual([{ filter: 'all', limit: 30, since: undefined }])
})

it('adds the next page without reading the first again', async () => {
  const { load, asked } = desk(['a', 'b', 'c'])
  const one = await load(1, null)
  expect(idsOf(await load(2, one))).toBe('ab')
  expect(asked.slice(1)).toMatchObject([{ since: 'v1' }, { after: '1' }])
})

it('costs one question while nothing moves, however long the list', async () => {
  const { load, asked } = desk(['a', 'b', 'c'])
  const three = await load(3, null)
  asked.length = 0
  expect(idsOf(await load(3, three))).toBe('abc')
  expect(asked).toHaveLength(1)
})

it('reads every page again once something moved', async () => {
  const ids = ['a', 'b', 'c']
  const { load, moves } = desk(ids)
  const three = await load(3, null)
  ids.unshift('x')
  moves()
  const moved = await load(3, three)
  expect([idsOf(moved), moved.next]).toEqual(['xab', '3'])
})

it('ends where the inbox ends', async () => {
  const { load } = desk(['a'])
  const one = await load(4, null)
  expect([idsOf(one), one.next, one.pages]).toEqual(['a', null, 1])
})

import { conversationFixture } from '../../testing/conversation-fixture'
import { earlierUnder, newestOver } from './merge-pages'

const message = (id: string, minute: number) => ({
  ...conversationFixture.messages[0]!,
  id,
  at: `2026-11-24T02:${String(minute).padStart(2, '0')}:00.000Z`,
})
const page = (ids: [string, number][], earlier: string | null) => ({
  ...conversationFixture,
  messages: ids.map(([id, minute]) => message(id, minute)),
  earlier,
})
const ids = ({ messages }: { messages: readonly { id: string }[] }) => messages.map(({ id }) => id).join('')

it('keeps what was paged back to under the newest page', () => {
  const merged = newestOver(
    page(
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ],
      null,
    ),
    page(
      [
        ['b', 2],
        ['c', 3],
        ['d', 4],
      ],
      'before-b',
    ),
  )
  expect(ids(merged)).toBe('abcd')
  expect(merged.earlier).toBeNull()
})

it('takes the newest state of what both hold', () => {
  const after = page([['b', 2]], 'x')
  after.messages[0] = { ...after.messages[0]!, recalledAt: '2026-11-24T02:05:00.000Z' }
  expect(
    newestOver(
      page(
        [
          ['a', 1],
          ['b', 2],
        ],
        null,
      ),
      after,
    ).messages[1]?.recalledAt,
  ).toBe('2026-11-24T02:05:00.000Z')
})

it('never hides a gap', () => {
  const merged = newestOver(
    page([['a', 1]], null),
    page(
      [
        ['y', 8],
        ['z', 9],
      ],
      'before-y',
    ),
  )
  expect(ids(merged)).toBe('yz')
  expect(merged.earlier).toBe('before-y')
})

it('puts an earlier page before what is there, each message once', () => {
  const merged = earlierUnder(
    page(
      [
        ['b', 2],
        ['c', 3],
      ],
      'before-b',
    ),
    page(
      [
        ['a', 1],
        ['b', 2],
      ],
      null,
    ),
  )
  expect(ids(merged)).toBe('abc')
  expect(merged.earlier).toBeNull()
})

import type { ConversationPage, MessageView } from '@suixing/contracts'
import { withEarlier, withKnown } from './known-messages'

const message = (id: string, text = id): MessageView => ({
  id,
  at: '2026-11-23T02:15:00.000Z',
  author: { kind: 'patient', name: '王秀兰' },
  text,
  channel: 'kf',
  state: 'received',
})
const page = (ids: string[], earlier: string | null = null, cursor = 'c'): ConversationPage =>
  ({ cursor, earlier, messages: ids.map((id) => message(id)) }) as ConversationPage
const idsOf = (one: ConversationPage) => one.messages.map(({ id }) => id).join('')

it('puts what is earlier in front, once', () => {
  const next = withEarlier(page(['c', 'd'], 'c'), {
    messages: [message('a'), message('b'), message('c')],
    earlier: 'a',
  })
  expect([idsOf(next), next.earlier]).toEqual(['abcd', 'a'])
})

it('keeps what was paged back to when the page moves on', () => {
  const next = withKnown(page(['a', 'b', 'c'], 'a'), page(['b', 'c', 'd'], 'b', 'c2'))
  expect([idsOf(next), next.earlier, next.cursor]).toEqual(['abcd', 'a', 'c2'])
})

it('takes what changed from the fresh page', () => {
  const fresh = { ...page([]), messages: [message('a', '已改')] }
  expect(withKnown(page(['a']), fresh).messages[0]?.text).toBe('已改')
})

it('leaves no gap that nobody sees', () => {
  const next = withKnown(page(['a', 'b'], 'a'), page(['x', 'y'], 'x'))
  expect([idsOf(next), next.earlier]).toEqual(['xy', 'x'])
})

it('is the fresh page at first', () => {
  expect(idsOf(withKnown(null, page(['a'])))).toBe('a')
})

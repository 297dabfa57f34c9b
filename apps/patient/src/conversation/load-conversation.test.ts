import { messages } from '../../testing/fixture-people'
import { onMemoryPhone } from '../../testing/on-memory-phone'
import { session } from '../api'
import { loadConversation, loadEarlier, type Conversation } from './load-conversation'
import { mergeMessages } from './merge-messages'

const pageOf = (conversation: Conversation) => {
  if (conversation.kind !== 'known') throw new Error('nobody is linked')
  return conversation.page
}

test('the next question carries the cursor, and nothing new keeps the list as it is', async () => {
  const { phone } = onMemoryPhone('enrolled')
  await session.renew()
  const first = await loadConversation(null)
  expect(pageOf(first).messages).toHaveLength(5)
  const second = await loadConversation(first)
  expect(pageOf(second).messages).toBe(pageOf(first).messages)
  const asked = phone.requests.map(({ path }) => path).filter((path) => path.startsWith('/api/patient/messages'))
  expect(asked).toEqual(['/api/patient/messages', '/api/patient/messages?after=c5.0'])
})

test('what changed is taken over, with the way back to the oldest message known', async () => {
  const { host } = onMemoryPhone('enrolled')
  await session.renew()
  host.talk.inPagesOf(2)
  const first = await loadConversation(null)
  host.talk.becomes({ state: 'waiting', waitingSince: '2026-11-24T01:00:00.000Z' })
  const second = pageOf(await loadConversation(first))
  expect([second.state, second.earlier, second.messages.map(({ id }) => id)]).toEqual(['waiting', '3', ['m4', 'm5']])
  const before = await loadEarlier(second.earlier ?? '', second.programme?.id ?? null)
  expect([before.earlier, before.messages.map(({ id }) => id)]).toEqual(['1', ['m2', 'm3']])
})

test('somebody unknown is not a failure', async () => {
  onMemoryPhone('stranger')
  await session.renew()
  expect(await loadConversation(null)).toEqual({ kind: 'not-linked' })
})

test('a message that went on replaces itself; order is by time', () => {
  const [a, b, c] = messages
  if (!a || !b || !c) throw new Error('fixture too short')
  const merged = mergeMessages([a, { ...c, state: 'sending' }], [{ ...c, state: 'sent' }, b])
  expect(merged.map(({ id, state }) => [id, state])).toEqual([
    ['m1', 'received'],
    ['m2', 'sent'],
    ['m3', 'sent'],
  ])
})

import { messages } from '../../testing/fixture-people'
import { onMemoryPhone } from '../../testing/on-memory-phone'
import { session } from '../api'
import { loadConversation, mergeMessages } from './load-conversation'

test('the next question carries the cursor, and nothing new keeps the list as it is', async () => {
  const { phone } = onMemoryPhone('enrolled')
  await session.renew()
  const first = await loadConversation(null)
  expect(first.messages).toHaveLength(5)
  const second = await loadConversation(first)
  expect(second.messages).toBe(first.messages)
  const asked = phone.requests.map(({ path }) => path).filter((path) => path.startsWith('/api/patient/messages'))
  expect(asked).toEqual(['/api/patient/messages', '/api/patient/messages?after=c5'])
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

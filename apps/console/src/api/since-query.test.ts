import { QueryClient } from '@tanstack/react-query'
import { conversationFixture } from '../../testing/conversation-fixture'
import type { Call } from './call'
import { sinceQuery } from './since-query'

const answering = (answers: object[]) => {
  const asked: unknown[] = []
  const cache = new QueryClient()
  const call = ((_name: string, { query }: { query: object }) => {
    asked.push(query)
    return Promise.resolve(answers.shift())
  }) as unknown as Call
  const options = sinceQuery(call, cache, 'consoleConversation', { params: { id: 'c' } })
  return {
    asked,
    cache,
    key: options.queryKey,
    ask: () => cache.fetchQuery({ ...options, staleTime: 0, retry: false } as never),
  }
}
const later = '2026-11-24T02:49:00.000Z'

it('asks whole the first time and by cursor from then on; unchanged moves the clock alone', async () => {
  const unchanged = {
    ...conversationFixture,
    unchanged: true,
    conversation: null,
    messages: [],
    cursor: 'talk-1',
    now: later,
  }
  const { asked, ask } = answering([conversationFixture, unchanged])
  await ask()
  expect(await ask()).toEqual({ ...conversationFixture, now: later })
  expect(asked).toEqual([{}, { since: 'talk-1' }])
})

it('drops an answer that an action overtook', async () => {
  const { ask, cache, key } = answering([conversationFixture])
  await ask()
  const taken = { ...conversationFixture, cursor: 'talk-2' }
  const slow = { ...conversationFixture, cursor: 'talk-1b', messages: [] }
  const racing = answering([slow])
  racing.cache.setQueryData(racing.key, conversationFixture)
  const asking = racing.ask()
  racing.cache.setQueryData(racing.key, taken)
  expect(await asking).toEqual(taken)
  expect(cache.getQueryData(key)).toEqual(conversationFixture)
})

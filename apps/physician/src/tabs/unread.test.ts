import { createUnread } from './unread'

it('tells its listeners what changed, and only that', () => {
  const unread = createUnread()
  const seen: number[] = []
  const stop = unread.subscribe(() => void seen.push(unread.now()))
  unread.tell(2)
  unread.tell(2)
  unread.tell(0)
  stop()
  unread.tell(5)
  expect(seen).toEqual([2, 0])
})

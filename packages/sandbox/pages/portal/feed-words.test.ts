import { feedWords } from './feed-words'

const entry = { version: 1, at: Date.UTC(2026, 10, 23, 2), latencyMs: null, detail: {} }

test('an accepted callback tells its event and how long it took', () => {
  const words = feedWords({
    ...entry,
    kind: 'callback.acked',
    sentence: '回调 add_external_contact 已被接收',
    detail: { event: 'add_external_contact' },
    latencyMs: 11,
  })
  expect(words).toEqual({ title: '产品收下回调', detail: '新增好友 · 11 毫秒', tone: 'traffic' })
})

test('an unknown event keeps its own name', () => {
  expect(feedWords({ ...entry, kind: 'callback.dropped', sentence: '', detail: { event: 'x_y' } }).detail).toContain(
    'x_y',
  )
})

test('a kind without words of its own shows the sentence and the latency', () => {
  expect(
    feedWords({ ...entry, kind: 'welcome.delivered', sentence: '王秀兰收到欢迎语（3 条）', latencyMs: 1234 }),
  ).toEqual({
    title: '王秀兰收到欢迎语（3 条）',
    detail: '1.2 秒',
    tone: 'act',
  })
})

import { feedShown, feedWords } from './feed-words'

const entry = { version: 1, at: Date.UTC(2026, 10, 23, 2), latencyMs: null, detail: {} }
const nothing = (): null => null

test('an accepted callback tells its event and how long it took', () => {
  const acked = {
    ...entry,
    kind: 'callback.acked',
    sentence: '',
    detail: { event: 'add_external_contact' },
    latencyMs: 11,
  }
  expect(feedWords(acked, nothing)).toEqual({ title: '产品收下回调', detail: '新增好友 · 11 毫秒', tone: 'traffic' })
})

test('an unknown event keeps its own name', () => {
  const dropped = { ...entry, kind: 'callback.dropped', sentence: '', detail: { event: 'x_y' } }
  expect(feedWords(dropped, nothing)).toMatchObject({ tone: 'trouble', detail: expect.stringContaining('x_y') })
})

test('a kind without words of its own shows the sentence and the latency', () => {
  const welcome = { ...entry, kind: 'welcome.delivered', sentence: '王秀兰收到欢迎语（3 条）', latencyMs: 1234 }
  expect(feedWords(welcome, nothing)).toEqual({ title: '王秀兰收到欢迎语（3 条）', detail: '1.2 秒', tone: 'act' })
})

test.each([
  ['林致远 主治医师：\n脚麻多久了？', '回复到了患者微信', '署名 林致远 · 1.6 秒'],
  ['「智能助手」\n看 10.0 以下', '智能助手回到了患者微信', '1.6 秒'],
  ['没有署名', '王秀兰收到随行助手的消息', '1.6 秒'],
])('a kf message is told by who signed it: %j', (text, title, detail) => {
  const delivered = {
    ...entry,
    kind: 'kf.delivered',
    sentence: '王秀兰收到随行助手的消息',
    detail: { messageId: 'm1' },
    latencyMs: 1600,
  }
  expect(feedWords(delivered, (id) => (id === 'm1' ? text : null))).toEqual({ title, detail, tone: 'act' })
})

test('a knob is told by the name on its switch', () => {
  const fault = { ...entry, kind: 'fault', sentence: '', detail: { name: 'callbackDuplicate', value: { copies: 2 } } }
  expect(feedWords(fault, nothing).title).toBe('打开了「同一回调推三次」')
  expect(feedWords({ ...fault, detail: { ...fault.detail, value: null } }, nothing).title).toBe(
    '关掉了「同一回调推三次」',
  )
})

test('the sending of a callback goes once it is accepted, and stays while it is not', () => {
  const queued = { ...entry, kind: 'callback.queued', sentence: '', detail: { id: 'p1' } }
  const other = { ...queued, detail: { id: 'p2' } }
  const acked = { ...queued, kind: 'callback.acked' }
  expect(feedShown([queued, other, acked])).toEqual([other, acked])
})

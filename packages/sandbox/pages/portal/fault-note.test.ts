import type { ChatView, ViewedEvent, ViewedMessage } from '../sandbox/views'
import { faultNote } from './fault-note'

const minute = 60_000
const turned = (at: number, value: object | null): ViewedEvent => ({
  version: at,
  at,
  kind: 'fault',
  sentence: '',
  detail: { name: 'callbackDuplicate', value },
  latencyMs: null,
})
const says = (at: number, from: ViewedMessage['from'], text: string): ViewedMessage => ({
  id: `${at}`,
  at,
  from,
  by: '',
  content: { type: 'text', text },
  readByPatient: true,
})
const chat = (...messages: ViewedMessage[]): ChatView[] => [{ id: 'kf:1', kind: 'kf', messages } as ChatView]
const on = [turned(10, { copies: 2 })]

test('nothing is said while the knob is off', () => {
  expect(faultNote([], chat(), minute)).toBeNull()
  expect(faultNote([...on, turned(20, null)], chat(), minute)).toBeNull()
})

test('the same message twice counts, from the moment the knob was turned', () => {
  const twice = chat(says(11, 'corp', '您好'), says(12, 'corp', '您好'))
  expect(faultNote(on, twice, 10 + 4 * minute)).toBe('重复推送已开 4 分钟：患者收到了 1 条重复消息。')
  const before = chat(says(1, 'corp', '您好'), says(12, 'corp', '您好'))
  expect(faultNote(on, before, 10)).toBe('重复推送刚打开：患者没有收到任何重复消息。')
})

test('the same answer to a question asked twice is no repeat', () => {
  const asked = chat(says(11, 'patient', '?'), says(12, 'corp', '答'), says(13, 'patient', '?'), says(14, 'corp', '答'))
  expect(faultNote(on, asked, 10)).toContain('没有收到')
})

/** @jest-environment jsdom */
import type { MessageView } from '@suixing/contracts'
import { render } from '@testing-library/react'
import { MessageBubble } from './message-bubble'

const message = (part: Partial<MessageView>): MessageView => ({
  id: 'm',
  at: '2026-11-23T02:11:00.000Z',
  author: { kind: 'assistant' },
  text: '在',
  channel: 'kf',
  state: 'sent',
  ...part,
})
const textOf = (part: Partial<MessageView>) =>
  render(<MessageBubble message={message(part)} at="10:11" />).container.textContent

test('says who speaks: the assistant by name, a person by name and role, the patient by place', () => {
  expect(textOf({})).toBe('智能助手10:11在')
  expect(textOf({ author: { kind: 'staff', staffId: 's', name: '林致远', title: '主治医师' } })).toBe(
    '林林致远 主治医师10:11在',
  )
  expect(textOf({ author: { kind: 'patient', name: '王秀兰' }, state: 'received' })).toBe('10:11在')
  expect(textOf({ author: { kind: 'system' } })).toBe('在')
  expect(textOf({ author: { kind: 'system' }, touchpointId: 'tp' })).toBe('随行随访10:11在')
})

test('says what has not arrived, and why', () => {
  expect(textOf({ state: 'sending' })).toContain('正在送出')
  expect(textOf({ state: 'failed', failure: { code: 'x', zh: '会话已关闭', en: '' } })).toContain(
    '没有送到 · 会话已关闭',
  )
})

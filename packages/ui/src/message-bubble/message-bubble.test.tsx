/** @jest-environment jsdom */
import type { MessageView } from '@suixing/contracts'
import { fireEvent, render } from '@testing-library/react'
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

test('a member of the family is named with the relation', () => {
  expect(textOf({ author: { kind: 'family', name: '李敏', relation: '女儿' } })).toBe('李女儿 李敏10:11在')
})

test('to a member of the family their own words are told by place, and the patient is named', () => {
  const own = ({ kind }: MessageView['author']) => kind === 'family'
  const seen = (author: MessageView['author'], part: Partial<MessageView> = {}) =>
    render(<MessageBubble message={message({ author, ...part })} at="10:11" own={own} />).container
  const family = seen({ kind: 'family', name: '李敏', relation: '女儿' })
  expect(family.textContent).toBe('10:11在')
  expect(family.querySelector('.sx-message--patient')).not.toBeNull()
  const patient = seen({ kind: 'patient', name: '王秀兰' })
  expect(patient.textContent).toBe('王王秀兰10:11在')
  expect(patient.querySelector('.sx-message--patient')).toBeNull()
  const recalledAt = '2026-11-23T02:12:00.000Z'
  expect(seen({ kind: 'patient', name: '王秀兰' }, { recalledAt }).textContent).toBe('王秀兰撤回了一条消息')
})

test('what was taken back is a line without its words, and says who took it back', () => {
  const recalledAt = '2026-11-23T02:12:00.000Z'
  expect(textOf({ recalledAt, author: { kind: 'staff', staffId: 's', name: '周宁', title: '健康管理师' } })).toBe(
    '周宁 健康管理师撤回了一条消息',
  )
  expect(textOf({ recalledAt, author: { kind: 'patient', name: '王秀兰' } })).toBe('您撤回了一条消息')
})

test('shows what a message carries instead of its words, and what stands under it', () => {
  const content = { kind: 'card' as const, title: '外出吃饭怎么点', page: 'pages/today/index', contentId: null }
  const onOpenCard = jest.fn()
  const { container, getByText } = render(
    <MessageBubble
      message={message({ text: '[卡片]', content })}
      at=""
      foot={<p>医护已看</p>}
      onOpenCard={onOpenCard}
    />,
  )
  expect(container.textContent).toBe('智能助手外出吃饭怎么点小程序卡片医护已看')
  fireEvent.click(getByText('外出吃饭怎么点'))
  expect(onOpenCard).toHaveBeenCalledWith(content)
})

import type { MessageView } from '@suixing/contracts'
import type { OnItsWay, SendState } from './outgoing'
import { shownDays } from './shown-messages'

const now = '2026-11-23T02:15:00.000Z'
const lin = { id: 'lin', name: '林致远', title: '主治医师', role: 'physician' as const }
const message = (id: string, part: Partial<MessageView> = {}): MessageView => ({
  id,
  at: now,
  author: { kind: 'patient', name: '王秀兰' },
  text: id,
  channel: 'kf',
  state: 'received',
  ...part,
})
const going = (clientId: string, state: SendState = { kind: 'sending' }): OnItsWay => ({
  clientId,
  at: now,
  what: { kind: 'text', text: clientId },
  state,
})
const shown = (messages: MessageView[], outbox: OnItsWay[] = []) =>
  shownDays({ messages, now, timeZone: 'Asia/Shanghai' }, outbox, lin)

it('heads each local day, oldest first', () => {
  const days = shown([
    message('a', { at: '2026-11-22T15:00:00.000Z' }),
    message('b', { at: '2026-11-22T16:30:00.000Z' }),
  ])
  expect(days.map(({ label, messages }) => [label, messages.map(({ time }) => time)])).toEqual([
    ['昨天', ['23:00']],
    ['今天', ['00:30']],
  ])
})

it('shows ours after the host’s, under our own name', () => {
  const [day] = shown([message('a')], [going('c1')])
  expect(day?.messages.map(({ key }) => key)).toEqual(['a', 'c1'])
  expect(day?.messages[1]?.message).toMatchObject({ text: 'c1', state: 'sending', author: { staffId: 'lin' } })
})

it('shows once what the host shows too, in its place and under the same key', () => {
  const [day] = shown([message('m1', { clientId: 'c1', state: 'sent' })], [going('c1')])
  expect(day?.messages.map(({ key, onItsWay }) => [key, onItsWay])).toEqual([['c1', undefined]])
})

it('shows once what the host shows without our id', () => {
  const state = { kind: 'sent', answer: { message: message('m1') } } as SendState
  expect(shown([message('m1')], [going('c1', state)])[0]?.messages).toHaveLength(1)
  expect(shown([], [going('c1', state)])[0]?.messages[0]?.message.id).toBe('m1')
})

it('names a picture and a card on their way', () => {
  const texts = shown(
    [],
    [
      { ...going('c1'), what: { kind: 'image', ref: 'r', name: '脚.jpg' } },
      { ...going('c2'), what: { kind: 'card', contentId: 'foot', title: '足部自查' } },
      { ...going('c3'), what: { kind: 'note', text: '已电话' } },
    ],
  )[0]?.messages.map(({ message: { text, channel } }) => [text, channel])
  expect(texts).toEqual([
    ['[图片]', 'kf'],
    ['[科教卡片] 足部自查', 'kf'],
    ['已电话', 'note'],
  ])
})

import type { MessageView, PatientPage } from '@suixing/contracts'
import { withReply } from './with-reply'

const at = '2026-11-23T02:15:00.000Z'
const message = (id: string, state: MessageView['state']): MessageView => ({
  id,
  at,
  author: { kind: 'staff', staffId: 'lin', name: '林致远', title: '主治医师' },
  text: '脚麻多久了？',
  channel: 'kf',
  state,
})
const way = { via: 'kf', told: 'not-needed' } as const
const window = { open: true, left: 2, closesAt: at }
const page = (items: MessageView[]): PatientPage => ({
  unchanged: false,
  cursor: 'c1',
  now: at,
  patient: {
    id: 'p1',
    name: '王秀兰',
    gender: 'female',
    age: 68,
    diagnosisYear: 2014,
    therapy: null,
    status: 'enrolled',
    tags: [],
    conversation: 'person',
    conversationId: 'talk-1',
    waitingSince: null,
    window: { ...window, left: 3 },
    quickReplies: [],
  },
  glucose: null,
  timeline: items.map((one) => ({ kind: 'message', id: `item-${one.id}`, at, message: one })),
})

it('stands on top and takes one from what is left', () => {
  const next = withReply(page([message('m1', 'sent')]), { message: message('m2', 'sending'), window, ...way })
  expect(next.timeline.map((item) => item.kind === 'message' && item.message.id)).toEqual(['m2', 'm1'])
  expect(next.patient?.window.left).toBe(2)
})

it('stands there once when a poll brought it first', () => {
  const next = withReply(page([message('m2', 'sending'), message('m1', 'sent')]), {
    message: message('m2', 'sent'),
    window,
    ...way,
  })
  expect(next.timeline.map((item) => item.kind === 'message' && [item.message.id, item.message.state])).toEqual([
    ['m2', 'sent'],
    ['m1', 'sent'],
  ])
})

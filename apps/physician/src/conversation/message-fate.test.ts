import type { MessageView } from '@suixing/contracts'
import { againText, messageFate, sendableAgain, wasSentAgain } from './message-fate'

const at = '2026-11-23T02:15:00.000Z'
const message = (part: Partial<MessageView>): MessageView => ({
  id: 'm',
  at,
  author: { kind: 'staff', staffId: 'lin', name: '林致远', title: '主治医师' },
  text: '周四来',
  channel: 'kf',
  state: 'sent',
  ...part,
})
const fate = (part: Partial<MessageView>, patient: string | null = null) =>
  messageFate(message(part), { patient, team: null })
const failed = (code: string, part: Partial<MessageView> = {}) =>
  message({ state: 'failed', failure: { code, zh: '48 小时窗口已关，等患者再说话', en: '' }, ...part })

it.each([
  [{ state: 'received' as const }, null, undefined],
  [{ channel: 'note' as const }, null, undefined],
  [{ state: 'sending' as const }, null, '正在发送'],
  [{}, null, '已发出'],
  [{ channel: 'miniChat' as const }, null, '患者未读'],
  [{ channel: 'miniChat' as const }, '2026-11-23T02:14:00.000Z', '患者未读'],
  [{ channel: 'miniChat' as const }, at, '患者已读'],
])('%j read up to %s: %s', (part, patient, text) => {
  expect((fate(part, patient) as { text?: string }).text).toBe(text)
})

it('says why it did not arrive and what to do', () => {
  expect(messageFate(failed('window-closed'), { patient: null, team: null })).toEqual({
    kind: 'failed',
    text: '没有送到：48 小时窗口已关，等患者再说话',
  })
})

it('offers another attempt only where it helps, and only of one’s own words', () => {
  expect(sendableAgain(failed('window-closed'), 'lin', 'open')).toEqual({ kind: 'text', text: '周四来' })
  expect(sendableAgain(failed('window-closed'), 'chen', 'open')).toBeNull()
  expect(sendableAgain(failed('outcome-unknown'), 'lin', 'open')).toBeNull()
  expect(sendableAgain(failed('patient-rejects'), 'lin', 'open')).toBeNull()
  expect(sendableAgain(failed('patient-rejects'), 'lin', 'fallback')).not.toBeNull()
  expect(sendableAgain(message({}), 'lin', 'open')).toBeNull()
})

it('sends a card again as the card, a picture without another upload', () => {
  const card = { kind: 'card', title: '足部自查', page: '', contentId: 'foot' } as const
  expect(sendableAgain(failed('x', { content: card }), 'lin', 'open')).toEqual({
    kind: 'card',
    contentId: 'foot',
    title: '足部自查',
  })
  const media = {
    id: 'f',
    state: 'stored',
    url: null,
    contentType: null,
    bytes: null,
    name: null,
    seconds: null,
  } as const
  expect(sendableAgain(failed('x', { content: { kind: 'image', media } }), 'lin', 'open')).toMatchObject({
    mediaId: 'f',
  })
  expect(sendableAgain(failed('x', { content: { kind: 'other', name: '名片' } }), 'lin', 'open')).toBeNull()
})

it('knows what was sent again already', () => {
  const first = { ...failed('window-closed'), id: 'a' }
  const again = (part: Partial<MessageView> = {}) => ({ ...message(part), id: 'b' })
  expect(wasSentAgain(first, [first, again()])).toBe(true)
  expect(wasSentAgain(first, [again(), first])).toBe(false)
  expect(wasSentAgain(first, [first, again({ text: '周五来' })])).toBe(false)
  expect(wasSentAgain(first, [first, again({ state: 'failed' })])).toBe(false)
  expect(wasSentAgain(first, [first, again({ author: { kind: 'patient', name: '王' } })])).toBe(false)
})

it('says where another attempt goes', () => {
  expect([againText('open'), againText('fallback')]).toEqual(['再发一次', '改发到小程序聊天'])
})

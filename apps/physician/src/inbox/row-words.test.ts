import type { ConversationRow, MessageAuthor } from '@suixing/contracts'
import { rowWords } from './row-words'

const now = '2026-11-23T02:15:00.000Z'
const row = (over: Partial<ConversationRow> = {}): ConversationRow => ({
  id: 'talk',
  patient: { id: 'wang', name: '王秀兰', gender: 'female', age: 68 },
  programme: { id: 'p', name: '2型糖尿病院外管理' },
  state: 'assistant',
  urgent: false,
  waitingSince: null,
  waitingFor: null,
  because: null,
  assignedTo: null,
  unread: 0,
  last: null,
  labels: [],
  snoozedUntil: null,
  window: { open: false, left: 0, closesAt: null },
  ...over,
})
const said = (author: MessageAuthor) => rowWords(row({ last: { at: now, author, text: '周四来' } }), 'lin', now).said

it.each([
  [{ kind: 'patient', name: '王秀兰' }, '周四来'],
  [{ kind: 'family', name: '王芳', relation: '女儿' }, '女儿：周四来'],
  [{ kind: 'assistant' }, '助手：周四来'],
  [{ kind: 'staff', staffId: 'lin', name: '林致远', title: '' }, '您：周四来'],
  [{ kind: 'staff', staffId: 'chen', name: '陈思远', title: '' }, '陈思远：周四来'],
] as const)('%j: %s', (author, words) => {
  expect(said(author)).toBe(words)
})

it('puts what waits before what was said last', () => {
  const last = { at: now, author: { kind: 'assistant' as const }, text: '已转给医生' }
  expect(rowWords(row({ state: 'waiting', waitingFor: '脚麻要紧吗', last }), 'lin', now).said).toBe('脚麻要紧吗')
})

const lin = { id: 'lin', name: '林致远', title: '' }
const chen = { id: 'chen', name: '陈思远', title: '' }
it.each([
  [{}, '智能助手在答'],
  [{ state: 'waiting' as const }, '还没人接'],
  [{ state: 'waiting' as const, assignedTo: lin }, '分给我'],
  [{ state: 'person' as const, assignedTo: lin }, '我在接'],
  [{ state: 'person' as const, assignedTo: chen }, '陈思远在接'],
  [{ state: 'person' as const }, '同事在接'],
])('says who has it: %j %s', (over, holder) => {
  expect(rowWords(row(over), 'lin', now).holder).toBe(holder)
})

it('has words for a stranger and for silence', () => {
  expect(rowWords(row({ patient: null }), 'lin', now)).toMatchObject({
    name: '未认出的微信用户',
    said: '还没有说过话',
    time: '',
  })
})

import type { ConversationRow, EscalationView, HandOverView } from '@suixing/contracts'
import { escalationText, standing } from './standing'

const now = '2026-11-23T02:15:00.000Z'
const lin = { id: 'lin', name: '林致远', title: '主治医师' }
const chen = { id: 'chen', name: '陈思远', title: '副主任医师' }
const row = (over: Partial<ConversationRow>): ConversationRow => ({
  id: 'talk',
  patient: null,
  programme: { id: 'p', name: '2型糖尿病院外管理' },
  state: 'waiting',
  urgent: false,
  waitingSince: '2026-11-23T02:01:00.000Z',
  waitingFor: null,
  because: 'doubt',
  assignedTo: null,
  unread: 0,
  last: null,
  labels: [],
  snoozedUntil: null,
  window: { open: true, left: 4, closesAt: null },
  ...over,
})
const told: EscalationView = {
  startedAt: now,
  told: [{ at: now, names: ['林致远', '陈思远'], why: { zh: '', en: '' } }],
  nextAt: '2026-11-23T02:20:00.000Z',
  acknowledgedAt: null,
  acknowledgedBy: null,
}
const seen = (over: Partial<ConversationRow>, rest: { handOver?: HandOverView; escalation?: EscalationView } = {}) =>
  standing(
    { conversation: row(over), handOver: rest.handOver ?? null, escalation: rest.escalation ?? null, now },
    'lin',
  )

it('says why somebody waits, how long, who was told and who is next', () => {
  expect(seen({}, { escalation: told })).toEqual({
    tone: 'waiting',
    text: '智能助手拿不准 · 等了 14 分',
    detail: '还没有人接手 · 已通知 林致远、陈思远 · 10:20 再通知下一位',
    actions: ['take', 'pass'],
  })
})

it('says an urgent one by word, not by colour alone', () => {
  expect(seen({ urgent: true, because: 'red-flag' })).toMatchObject({
    tone: 'urgent',
    text: '紧急 · 有危险信号 · 等了 14 分',
  })
})

it.each([
  [lin, '分给您'],
  [chen, '分给 陈思远 副主任医师'],
])('says to whom a waiting one was given', (assignedTo, detail) => {
  expect(seen({ assignedTo }).detail).toBe(detail)
})

it('lets me give back and pass what I answer, and take what another does', () => {
  const handOver = { because: 'asked', acknowledgedAt: '2026-11-23T02:12:00.000Z' } as HandOverView
  expect(seen({ state: 'person', assignedTo: lin }, { handOver })).toEqual({
    tone: 'mine',
    text: '您在接待',
    detail: '患者要找人 · 10:12 接手',
    actions: ['give-back', 'pass'],
  })
  expect(seen({ state: 'person', assignedTo: chen })).toMatchObject({
    text: '陈思远 副主任医师 在接待',
    actions: ['take'],
  })
  expect(seen({ state: 'assistant', because: null })).toEqual({
    tone: 'assistant',
    text: '智能助手在回答',
    actions: ['take'],
  })
})

it('names who acknowledged, and nobody twice', () => {
  expect(escalationText({ ...told, acknowledgedAt: now, acknowledgedBy: '陈思远' }, now)).toBe('陈思远 已应下')
  const twice = { ...told, nextAt: null, told: [...told.told, ...told.told] }
  expect(escalationText(twice, now)).toBe('已通知 林致远、陈思远')
})

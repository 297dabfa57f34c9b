import type { ChatView, ViewedEvent, ViewedMessage } from '../sandbox/views'
import { evidenceOf } from './evidence'
import type { SeenInProduct } from './evidence'
import { walkOf } from './walk-steps'

const unseen: SeenInProduct = { enrolled: null, replied: null, imported: null }
/** The n-th minute of the first day. */
const minute = (n: number): number => Date.UTC(2026, 10, 23, 2, n)
const entry = (
  kind: string,
  at: number,
  detail: Record<string, unknown> = {},
  latencyMs: number | null = null,
): ViewedEvent => ({
  version: at,
  at: minute(at),
  kind,
  sentence: kind,
  detail,
  latencyMs,
})
const text = (id: string, at: number, from: ViewedMessage['from'], said: string): ViewedMessage => ({
  id,
  at: minute(at),
  from,
  by: '',
  content: { type: 'text', text: said },
  readByPatient: false,
})
const kf = (...messages: ViewedMessage[]): ChatView => ({
  id: 'kf:1',
  kind: 'kf',
  title: '随行助手',
  subtitle: '微信客服',
  corpName: null,
  userid: null,
  openKfid: '1',
  unread: 0,
  lastAt: null,
  open: true,
  messages,
})
const evidence = (entries: ViewedEvent[], chats: ChatView[] = [], product: SeenInProduct = unseen) =>
  evidenceOf('wangxiulan', { entries, chats, product })

test('an empty sandbox stands at the first step', () => {
  const walk = walkOf(evidence([]), [])
  expect(walk.contactWay.state).toBe('current')
  expect(Object.values(walk).filter((step) => step.state === 'ahead')).toHaveLength(6)
})

test('the welcome counts with its latency, and only the welcome of this patient', () => {
  const entries = [
    entry('welcome.delivered', 1, { user: 'limin' }, 300),
    entry('welcome.delivered', 2, { user: 'wangxiulan' }, 1200),
  ]
  expect(evidence(entries).welcome).toEqual({ at: minute(2), latencyMs: 1200 })
})

test('the assistant has answered only when it signed a message after the question', () => {
  const greeting = text('m0', 1, 'corp', '「智能助手」\n您好')
  const question = text('m1', 2, 'patient', '餐后血糖多少算正常')
  const answer = text('m2', 3, 'corp', '「智能助手」\n看 10.0 以下')
  expect(evidence([], [kf(greeting, question)]).answer).toBeNull()
  const entries = [entry('kf.delivered', 3, { messageId: 'm2' }, 400)]
  expect(evidence(entries, [kf(greeting, question, answer)]).answer).toEqual({ at: minute(3), latencyMs: 400 })
})

test('a reply is a message a person signed', () => {
  const question = text('m1', 2, 'patient', '脚有点麻')
  const handOver = text('m2', 3, 'corp', '「智能助手」\n已转给林致远医生')
  const reply = text('m3', 4, 'corp', '林致远 主治医师：\n脚麻多久了？')
  expect(evidence([], [kf(question, handOver)]).reply).toBeNull()
  const product = { ...unseen, replied: { at: minute(4), latencyMs: 1600 } }
  expect(evidence([], [kf(question, handOver, reply)], product).reply).toEqual({ at: minute(4), latencyMs: 1600 })
})

test('a follow-up is what comes while the clock moves, after enrolling', () => {
  const moved = entry('clock.moved', 100, { from: new Date(minute(50)).toISOString() })
  const reminder = text('m9', 80, 'corp', '「智能助手」\n方便时测一次')
  const enrolled = { ...unseen, enrolled: { at: minute(10), latencyMs: null } }
  expect(evidence([moved], [kf(reminder)], unseen).followUp).toBeNull()
  expect(evidence([moved], [kf(text('m8', 40, 'corp', '早些时候'))], enrolled).followUp).toBeNull()
  expect(evidence([moved], [kf(reminder)], enrolled).followUp).toEqual({ at: minute(80), latencyMs: null })
})

test('skipping moves on; a step done out of order is still seen done', () => {
  const walk = walkOf(evidence([entry('welcome.delivered', 2, { user: 'wangxiulan' })]), ['contactWay'])
  expect(walk.contactWay.state).toBe('skipped')
  expect(walk.welcome.state).toBe('done')
  expect(walk.enrolled.state).toBe('current')
})

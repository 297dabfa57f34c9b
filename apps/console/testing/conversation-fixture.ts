import type { AnswerOf, ConversationPage, ConversationRow, MessageView, TeamMember } from '@suixing/contracts'
import { patientFixture } from './patient-fixture'
import { fixtureNow, lin, programmeFixture, xu } from './programme-fixture'

const programme = { id: programmeFixture.id, name: programmeFixture.name }
const open = (left: number) => ({ open: true, left, closesAt: '2026-11-26T02:12:00.000Z' })
const closed = { open: false, left: 0, closesAt: null }
const person = (id: string, name: string, gender: 'male' | 'female', age: number) => ({ id, name, gender, age })
const linBrief = { id: lin.id, name: lin.name, title: lin.title }
const says = (name: string, text: string, at: string) => ({ at, author: { kind: 'patient' as const, name }, text })

const row = (more: Partial<ConversationRow> & Pick<ConversationRow, 'id' | 'patient'>): ConversationRow => ({
  programme,
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
  window: closed,
  ...more,
})

/** Conversations in every state a list can show. */
export const rowFixtures: readonly ConversationRow[] = [
  row({
    id: 'talk-zhao',
    patient: person('pt-1', '赵国强', 'male', 61),
    state: 'waiting',
    urgent: true,
    because: 'red-flag',
    waitingSince: '2026-11-24T02:41:00.000Z',
    waitingFor: '胸口闷，一直出汗',
    unread: 2,
    last: says('赵国强', '胸口闷，一直出汗', '2026-11-24T02:41:00.000Z'),
    window: open(4),
  }),
  row({
    id: 'talk-wang',
    patient: person('pt-wang', '王秀兰', 'female', 68),
    state: 'waiting',
    because: 'doubt',
    waitingSince: '2026-11-24T02:12:00.000Z',
    waitingFor: '我这两天脚有点麻，要紧吗',
    assignedTo: linBrief,
    unread: 1,
    last: says('王秀兰', '我这两天脚有点麻，要紧吗', '2026-11-24T02:12:00.000Z'),
    labels: ['足部'],
    window: open(3),
  }),
  row({
    id: 'talk-stranger',
    patient: null,
    state: 'waiting',
    because: 'asked',
    waitingSince: '2026-11-24T01:30:00.000Z',
    waitingFor: '转人工',
    unread: 1,
    last: says('微信用户', '转人工', '2026-11-24T01:30:00.000Z'),
    window: open(3),
  }),
  row({
    id: 'talk-chen',
    patient: person('pt-2', '陈玉梅', 'female', 57),
    state: 'person',
    because: 'repeated',
    assignedTo: { id: xu.id, name: xu.name, title: xu.title },
    last: {
      at: '2026-11-24T00:52:00.000Z',
      author: { kind: 'staff', staffId: xu.id, name: xu.name, title: xu.title },
      text: '好的，周四上午见。',
    },
    labels: ['复诊', '试纸'],
    window: open(1),
  }),
  row({
    id: 'talk-liu',
    patient: person('pt-3', '刘建国', 'male', 70),
    state: 'person',
    because: 'taken',
    assignedTo: linBrief,
    last: says('刘建国', '[语音] 12″', '2026-11-23T12:20:00.000Z'),
    snoozedUntil: '2026-11-25T00:00:00.000Z',
  }),
  row({
    id: 'talk-sun',
    patient: person('pt-4', '孙丽华', 'female', 49),
    last: {
      at: '2026-11-22T03:10:00.000Z',
      author: { kind: 'assistant' },
      text: '测血糖前先洗手擦干，不用酒精擦也可以。',
    },
    window: open(2),
  }),
]

const kept = (filter: string, { state, assignedTo, snoozedUntil }: ConversationRow): boolean =>
  ({
    waiting: state === 'waiting' && snoozedUntil === null,
    mine: assignedTo?.id === xu.id,
    unassigned: assignedTo === null,
    snoozed: snoozedUntil !== null,
  })[filter] ?? true

/** The inbox as the host would answer it: filtered by state, label and words. */
export function inboxFixture(query: URLSearchParams): AnswerOf<'consoleInbox'> {
  const q = query.get('q') ?? ''
  const of = (filter: string) => rowFixtures.filter((one) => kept(filter, one))
  return {
    unchanged: false,
    rows: of(query.get('filter') ?? 'waiting').filter(
      (one) =>
        (one.patient?.name.includes(q) || (one.last?.text.includes(q) ?? false)) &&
        (!query.get('label') || one.labels.includes(query.get('label') ?? '')),
    ),
    counts: {
      waiting: of('waiting').length,
      mine: of('mine').length,
      all: rowFixtures.length,
      unread: 4,
      unassigned: of('unassigned').length,
      snoozed: of('snoozed').length,
    },
    labels: ['足部', '复诊', '试纸'],
    next: null,
    cursor: 'inbox-1',
    now: fixtureNow,
  }
}

const team: readonly TeamMember[] = [
  { ...lin, onDuty: false, open: 3 },
  { id: 'staff-zhouning', name: '周宁', title: '健康管理师', role: 'healthManager', onDuty: true, open: 2 },
  { id: 'staff-he', name: '何静', title: '随访护士', role: 'careAssistant', onDuty: true, open: 5 },
  { ...xu, onDuty: true, open: 1 },
]
const said = (
  id: string,
  at: string,
  author: MessageView['author'],
  text: string,
  more: Partial<MessageView> = {},
): MessageView => ({
  id,
  at,
  author,
  text,
  channel: 'kf',
  state: author.kind === 'patient' || author.kind === 'family' ? 'received' : 'sent',
  ...more,
})
const wang = { kind: 'patient' as const, name: '王秀兰' }
const foot = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="240" height="160"><rect width="240" height="160" fill="#e9d3c0"/><path d="M40 120c20-60 60-90 110-80 40 8 60 40 50 70-6 18-30 22-60 18-40-6-70 10-100-8z" fill="#c98f6b"/></svg>')}`
const file = (more: object) => ({
  id: 'file',
  state: 'stored' as const,
  url: '/fixture/file',
  contentType: null,
  bytes: null,
  name: null,
  seconds: null,
  ...more,
})

/** What was said on three days, in every kind of message. */
export const messageFixtures: readonly MessageView[] = [
  said('f1', '2026-11-22T11:02:00.000Z', wang, '早饭前 6.8，早饭后 11.2，这样行吗'),
  said('f2', '2026-11-22T11:02:01.000Z', { kind: 'assistant' }, '您想问哪一个？', {
    content: {
      kind: 'menu',
      head: '您想问哪一个？',
      items: [
        { id: 'a', text: '餐后血糖目标' },
        { id: 'b', text: '怎么测餐后血糖' },
        { id: 'c', text: '转人工' },
      ],
      chosen: 'a',
    },
  }),
  said(
    'f3',
    '2026-11-22T11:03:00.000Z',
    { kind: 'family', name: '李明', relation: '儿子' },
    '妈妈最近吃得少，我有点担心',
    { channel: 'miniChat' },
  ),
  said('f4', '2026-11-23T08:30:00.000Z', wang, '[语音]', {
    content: {
      kind: 'voice',
      media: file({ id: 'voice', contentType: 'audio/amr', bytes: 9620, name: '语音.amr', seconds: 6.4 }),
    },
  }),
  said('f5', '2026-11-23T08:34:00.000Z', wang, '[撤回]', { recalledAt: '2026-11-23T08:35:00.000Z' }),
  said(
    'f6',
    '2026-11-23T08:40:00.000Z',
    { kind: 'staff', staffId: 'staff-zhouning', name: '周宁', title: '健康管理师' },
    '家属说吃得少，先看看饮食记录再联系。',
    { channel: 'note' },
  ),
  said('m1', '2026-11-24T02:10:00.000Z', wang, '餐后血糖多少算正常'),
  ...patientFixture.messages.slice(1, 3),
  said('f7', '2026-11-24T02:12:30.000Z', wang, '[图片]', {
    content: { kind: 'image', media: file({ id: 'foot', url: foot, contentType: 'image/svg+xml', name: '脚.jpg' }) },
  }),
  ...patientFixture.messages
    .slice(3)
    .map((message) =>
      message.state === 'failed'
        ? { ...message, failure: { code: 'window-closed', zh: '客服窗口已关', en: 'window closed' } }
        : message,
    ),
]

/** One conversation that waits for a person. */
export const conversationFixture: ConversationPage = {
  unchanged: false,
  cursor: 'talk-1',
  now: fixtureNow,
  conversation: { ...rowFixtures[1]!, unread: 0 },
  summary: {
    status: 'enrolled',
    dayNumber: 46,
    diagnosisYear: 2014,
    therapy: '口服药',
    physician: `${lin.name} ${lin.title}`,
    tags: ['长期管理', '餐后高'],
    latest: {
      at: '2026-11-24T00:42:00.000Z',
      minuteOfDay: 522,
      glucose: { kind: 'number', value: 11.2, unit: 'mmol/L' },
      level: 'high',
    },
    counts: { veryLow: 4, low: 20, inRange: 460, high: 118, veryHigh: 20 },
  },
  messages: [...messageFixtures],
  earlier: 'before-1',
  readUpTo: { patient: '2026-11-23T09:00:00.000Z', team: '2026-11-23T08:40:00.000Z' },
  handOver: {
    id: 'ho-1',
    because: 'doubt',
    urgent: false,
    at: '2026-11-24T02:12:00.000Z',
    question: '我这两天脚有点麻，要紧吗',
    acknowledgedAt: null,
    acknowledgedBy: null,
    firstReplyAt: null,
    closedAt: null,
    satisfaction: null,
  },
  escalation: {
    startedAt: '2026-11-24T02:12:00.000Z',
    told: [
      { at: '2026-11-24T02:12:00.000Z', names: ['林致远'], why: { zh: '负责医生', en: 'responsible physician' } },
      { at: '2026-11-24T02:42:00.000Z', names: ['周宁', '何静'], why: { zh: '30 分钟没人接手', en: 'nobody took it' } },
    ],
    nextAt: '2026-11-24T03:12:00.000Z',
    acknowledgedAt: null,
    acknowledgedBy: null,
  },
  client: null,
  subscribeCredits: 1,
  team: [...team],
  quickReplies: [
    { id: 'seen', title: '收到，我看看', text: '王秀兰您好，收到，我先看看，稍后回您。' },
    { id: 'visit', title: '门诊见', text: '王秀兰您好，这个最好当面看。请来林致远的门诊，带上最近的血糖记录。' },
    { id: 'howLong', title: '多久了', text: '这种情况有多久了？当时测了血糖吗，是多少？' },
    { id: 'picture', title: '请拍照', text: '方便的话请拍一张照片发来，我看一下。' },
  ],
  contents: [
    { id: 'foot-care', title: '每天看一看脚', text: '洗脚水温、剪指甲、选鞋，三分钟看完。' },
    { id: 'after-meal', title: '餐后两小时怎么测', text: '从吃第一口饭起算。' },
  ],
}

/** The conversation that waits most urgently, on top of the list. */
export const urgentFixture: ConversationPage = {
  ...conversationFixture,
  conversation: { ...rowFixtures[0]!, unread: 0 },
  handOver: { ...conversationFixture.handOver!, because: 'red-flag', urgent: true, question: '胸口闷，一直出汗' },
}

export const searchFixture: AnswerOf<'searchMessages'> = {
  hits: [
    {
      messageId: 'm3',
      conversationId: 'talk-wang',
      patientName: '王秀兰',
      at: '2026-11-24T02:12:00.000Z',
      author: '王秀兰',
      pieces: ['我这两天', '脚有点麻', '，要紧吗'],
    },
    {
      messageId: 'old-1',
      conversationId: 'talk-liu',
      patientName: '刘建国',
      at: '2026-10-30T03:00:00.000Z',
      author: '林致远',
      pieces: ['', '脚有点麻', '多久了？'],
    },
  ],
  next: null,
}

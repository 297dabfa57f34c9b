import type { ConversationPage, ConversationRow, MessageView, PatientSummary, TeamMember } from '@suixing/contracts'
import { meter, now, sensor } from './glucose'

/** One invented conversation: its line of the inbox and what its page adds. */
export interface Talk {
  row: ConversationRow
  summary: PatientSummary | null
  messages: MessageView[]
  /** What paging back finds, oldest first. */
  before: MessageView[]
  page: Pick<ConversationPage, 'readUpTo' | 'handOver' | 'escalation' | 'client' | 'subscribeCredits'>
}

export const minutesFrom = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
const ago = (minutes: number) => minutesFrom(-minutes)

export const lin = { kind: 'staff' as const, staffId: 'lin', name: '林致远', title: '主治医师' }
const su = { kind: 'staff' as const, staffId: 'su', name: '苏晓', title: '随访护士' }
const programme = { id: 't2d', name: '2型糖尿病院外管理' }

let count = 0
const message = (minutes: number, part: Partial<MessageView> & Pick<MessageView, 'author' | 'text'>): MessageView => ({
  id: `m${++count}`,
  at: ago(minutes),
  channel: 'kf',
  state: part.author.kind === 'patient' || part.author.kind === 'family' ? 'received' : 'sent',
  ...part,
})
const patient = (id: string, name: string, gender: 'male' | 'female', age: number) => ({ id, name, gender, age })
const media = (id: string, contentType: string, part: object = {}) => ({
  id,
  state: 'stored' as const,
  url: `/api/media/${id}`,
  contentType,
  bytes: 240_000,
  name: null,
  seconds: null,
  ...part,
})

export const team: TeamMember[] = [
  { id: 'lin', name: '林致远', title: '主治医师', role: 'physician', onDuty: true, open: 3 },
  { id: 'su', name: '苏晓', title: '随访护士', role: 'careAssistant', onDuty: true, open: 5 },
  { id: 'chen', name: '陈思远', title: '副主任医师', role: 'physician', onDuty: true, open: 2 },
  { id: 'he', name: '何敏', title: '', role: 'nutritionist', onDuty: false, open: 0 },
]
export const quickReplies = [
  { id: 'q1', title: '周四门诊查脚', text: '王秀兰您好，请周四上午来门诊，我给您查脚。' },
  { id: 'q2', title: '请拍一张脚的照片', text: '请把脚底和脚趾拍一张清楚的照片发给我。' },
  { id: 'q3', title: '先别用热水泡脚', text: '这几天先别用热水泡脚，穿宽松的袜子。' },
]
export const contents = [
  { id: 'foot', title: '每天看一次脚', text: '洗脚时看脚底和趾缝，有破口、变色或水泡就告诉我们。' },
  { id: 'low', title: '低血糖怎么办', text: '低于 3.9 先吃 15 克糖，15 分钟后再测一次。' },
]

const row = (over: Partial<ConversationRow> & Pick<ConversationRow, 'id' | 'patient'>): ConversationRow => ({
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
  window: { open: true, left: 3, closesAt: minutesFrom(60 * 47) },
  ...over,
})
const summary = (over: Partial<PatientSummary>): PatientSummary => ({
  status: 'enrolled',
  dayNumber: 31,
  diagnosisYear: 2014,
  therapy: '基础胰岛素',
  physician: '林致远',
  tags: ['长期管理', '餐后高'],
  latest: sensor.latest,
  counts: sensor.counts,
  ...over,
})
const quiet: Talk['page'] = {
  readUpTo: { patient: null, team: null },
  handOver: null,
  escalation: null,
  client: null,
  subscribeCredits: 0,
}

const zhao: Talk = {
  row: row({
    id: 'talk-zhao',
    patient: patient('zhao', '赵国强', 'male', 71),
    state: 'waiting',
    urgent: true,
    waitingSince: ago(6),
    waitingFor: '头晕出汗，刚测 2.7',
    because: 'red-flag',
    unread: 2,
    labels: ['低血糖'],
  }),
  summary: summary({
    dayNumber: 5,
    diagnosisYear: 2009,
    therapy: '磺脲类',
    counts: meter.counts,
    latest: meter.latest,
  }),
  messages: [
    message(7, { author: { kind: 'patient', name: '赵国强' }, text: '头晕出汗，刚测 2.7' }),
    message(6.5, {
      author: { kind: 'assistant' },
      text: '这可能是低血糖。请马上吃 15 克糖，坐下别走动；说不清话或要晕倒，请现在打 120。',
    }),
    message(6, { author: { kind: 'patient', name: '赵国强' }, text: '吃了糖，还是心慌' }),
  ],
  before: [],
  page: {
    ...quiet,
    handOver: {
      id: 'h-zhao',
      because: 'red-flag',
      urgent: true,
      at: ago(6.5),
      question: '头晕出汗，刚测 2.7',
      acknowledgedAt: null,
      acknowledgedBy: null,
      firstReplyAt: null,
      closedAt: null,
      satisfaction: null,
    },
    escalation: {
      startedAt: ago(6.5),
      told: [{ at: ago(6.5), names: ['林致远'], why: { zh: '主管医生', en: 'Physician in charge' } }],
      nextAt: minutesFrom(3.5),
      acknowledgedAt: null,
      acknowledgedBy: null,
    },
  },
}
const wang: Talk = {
  row: row({
    id: 'talk-wang',
    patient: patient('wang', '王秀兰', 'female', 68),
    state: 'waiting',
    waitingSince: ago(14),
    waitingFor: '我这两天脚有点麻，要紧吗',
    because: 'doubt',
    assignedTo: { id: 'lin', name: '林致远', title: '主治医师' },
    unread: 3,
    labels: ['足部'],
  }),
  summary: summary({}),
  messages: [
    message(1500, { author: { kind: 'system' }, text: '入组第 30 天，您最近血糖怎么样？', touchpointId: 'tp1' }),
    message(1490, { author: { kind: 'patient', name: '王秀兰' }, text: '餐后血糖多少算好' }),
    message(1489, {
      author: { kind: 'assistant' },
      text: '多数 2 型糖尿病朋友，餐后 2 小时看 10.0 mmol/L 以下。您的目标在「血糖」页里。',
      faq: { id: 'post-meal', question: '餐后血糖多少算正常', version: 3 },
    }),
    message(1400, {
      author: su,
      text: '王阿姨说话慢，电话里多等一会儿。女儿王芳周末在家。',
      channel: 'note',
    }),
    message(900, {
      author: lin,
      text: '最近脚有没有麻、凉、疼？',
      state: 'failed',
      failure: { code: 'window-closed', zh: '48 小时窗口已关，等患者再说话，或打电话', en: '' },
    }),
    message(880, { author: lin, text: '最近脚有没有麻、凉、疼？方便时回我。', channel: 'miniChat' }),
    message(16, { author: { kind: 'patient', name: '王秀兰' }, text: '', recalledAt: ago(15) }),
    message(14, { author: { kind: 'patient', name: '王秀兰' }, text: '我这两天脚有点麻，要紧吗' }),
    message(13.8, {
      author: { kind: 'assistant' },
      text: '这个我拿不准，已转给林致远医生，他会在这里回您。脚破了、变色或很疼，请现在就打科室电话。',
    }),
    message(10, {
      author: { kind: 'patient', name: '王秀兰' },
      text: '[语音]',
      content: { kind: 'voice', media: media('voice1', 'audio/amr', { seconds: 7, name: '语音.amr' }) },
    }),
    message(9, {
      author: { kind: 'patient', name: '王秀兰' },
      text: '[图片]',
      content: { kind: 'image', media: media('foot', 'image/png') },
    }),
    message(8, {
      author: { kind: 'family', name: '王芳', relation: '女儿' },
      text: '林医生，我妈昨晚麻得没睡好，周四能来看吗',
      channel: 'miniChat',
    }),
  ],
  before: [
    message(4400, { author: { kind: 'patient', name: '王秀兰' }, text: '今天走了六千步' }),
    message(4390, { author: lin, text: '很好，慢慢来。' }),
  ],
  page: {
    ...quiet,
    readUpTo: { patient: ago(870), team: ago(890) },
    handOver: {
      id: 'h-wang',
      because: 'doubt',
      urgent: false,
      at: ago(14),
      question: '我这两天脚有点麻，要紧吗',
      acknowledgedAt: null,
      acknowledgedBy: null,
      firstReplyAt: null,
      closedAt: null,
      satisfaction: null,
    },
    escalation: {
      startedAt: ago(14),
      told: [{ at: ago(14), names: ['林致远'], why: { zh: '主管医生', en: 'Physician in charge' } }],
      nextAt: minutesFrom(16),
      acknowledgedAt: null,
      acknowledgedBy: null,
    },
  },
}
const plain = (talk: Partial<Talk> & Pick<Talk, 'row'>): Talk => ({
  summary: summary({ tags: [], counts: meter.counts, latest: meter.latest }),
  messages: [],
  before: [],
  page: quiet,
  ...talk,
})

export const talks: readonly Talk[] = [
  zhao,
  wang,
  plain({
    row: row({
      id: 'talk-chen',
      patient: patient('chen', '陈玉芬', 'female', 59),
      state: 'waiting',
      waitingSince: ago(200),
      waitingFor: '这几天早上都很高，怎么办',
      because: 'asked',
      unread: 1,
      labels: ['高风险'],
      window: { open: false, left: 0, closesAt: ago(20) },
    }),
    messages: [message(3100, { author: { kind: 'patient', name: '陈玉芬' }, text: '这几天早上都很高，怎么办' })],
    page: { ...quiet, subscribeCredits: 2 },
  }),
  plain({
    row: row({
      id: 'talk-sun',
      patient: patient('sun', '孙丽华', 'female', 54),
      state: 'person',
      because: 'asked',
      assignedTo: { id: 'su', name: '苏晓', title: '随访护士' },
    }),
    messages: [
      message(40, { author: { kind: 'patient', name: '孙丽华' }, text: '伤口有点渗水' }),
      message(30, { author: su, text: '拍一张给我看看，先别沾水。' }),
    ],
    page: { ...quiet, client: { name: '苏晓' } },
  }),
  plain({
    row: row({
      id: 'talk-ma',
      patient: patient('ma', '马志刚', 'male', 47),
      state: 'person',
      because: 'asked',
      assignedTo: { id: 'lin', name: '林致远', title: '主治医师' },
    }),
    messages: [
      message(300, { author: { kind: 'patient', name: '马志刚' }, text: '化验单出来了' }),
      message(299, {
        author: { kind: 'patient', name: '马志刚' },
        text: '[文件]',
        content: { kind: 'file', media: media('lab', 'application/pdf', { name: '化验单-11月.pdf' }) },
      }),
      message(280, { author: lin, text: '看到了，糖化 6.8，比上次好。' }),
    ],
  }),
  plain({
    row: row({ id: 'talk-stranger', patient: null, window: { open: true, left: 4, closesAt: minutesFrom(2000) } }),
    summary: null,
    messages: [message(2000, { author: { kind: 'patient', name: '微信用户' }, text: '你好' })],
  }),
]
for (const { row: line, messages } of talks) {
  const last = messages[messages.length - 1]
  if (last) line.last = { at: last.at, author: last.author, text: last.text }
}

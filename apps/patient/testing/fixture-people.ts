import type {
  EnrolmentOffer,
  GlucoseView,
  MessageView,
  PatientMe,
  PatientToday,
  ReadingPoint,
} from '@suixing/contracts'

/** The fixed present of the fixtures: 24 November 2026, 09:00 in Shanghai. */
export const now = '2026-11-24T01:00:00.000Z'
const programme = { id: 'type-2-diabetes', name: '2型糖尿病院外管理', organisation: '江滨医院', department: '内分泌科' }
const physician = { id: 'st-lin', name: '林致远', title: '主治医师' }
const day = 86_400_000

/** An enrolment in a state; invented, like everybody here. */
export const me = (status: PatientMe['enrolments'][number]['status']): PatientMe => ({
  patient: { id: 'pt-1', name: '王秀兰', timeZone: 'Asia/Shanghai' },
  enrolments: [
    {
      id: 'en-1',
      programme,
      status,
      physician,
      enrolledAt: status === 'invited' ? null : '2026-10-10T02:00:00.000Z',
      dayNumber: status === 'enrolled' || status === 'paused' ? 46 : null,
      consentVersion: status === 'invited' ? null : '1.0',
    },
  ],
  preferences:
    status === 'invited'
      ? null
      : { hour: 'evening', channel: 'wechat', family: { name: '李敏', relation: '女儿', notify: true } },
  profile: status === 'invited' ? null : { diagnosisYear: 2014, therapy: 'oral' },
  optOuts: [],
  now,
})

/** What the invited person reads and answers. */
export const offer: EnrolmentOffer = {
  enrolmentId: 'en-1',
  programme,
  consent: {
    version: '1.0',
    readingMinutes: 4,
    points: [
      { icon: 'drop', title: '记录什么', detail: '血糖、用药方式、您的回答' },
      { icon: 'eye', title: '谁能看到', detail: '您的医生和健康管理师' },
      { icon: 'clock', title: '什么时候联系', detail: '早 8 点到晚 9 点' },
      { icon: 'exit', title: '随时可以退出', detail: '「我的」里一点就停，不影响看病' },
    ],
    sections: [
      { heading: '这是什么', body: '出院以后，我们按随访计划在微信里联系您，回答常见问题，把您的血糖给医生看。' },
      { heading: '谁能看到', body: '您的责任医生、同一团队的健康管理师和本项目的运营人员。' },
      { heading: '随时退出', body: '在「我的」里点「退出项目」，马上停止联系。退出不影响您在医院看病。' },
    ],
    scopes: [
      { id: 'care', label: '同意这样使用我的健康信息', required: true },
      { id: 'research', label: '隐去姓名后可用于研究', detail: '不选也不影响服务', required: false },
    ],
  },
  therapies: [
    { id: 'lifestyle', label: '只控制饮食和运动' },
    { id: 'oral', label: '吃降糖药' },
    { id: 'insulin', label: '打胰岛素' },
    { id: 'both', label: '吃药也打胰岛素' },
  ],
  preferredHours: [
    { id: 'lunch', label: '午饭前后', from: 690, to: 780 },
    { id: 'evening', label: '傍晚', from: 1050, to: 1170 },
  ],
  diagnosisYears: { from: 1950, to: 2026 },
}

const levelOf = (value: number): ReadingPoint['level'] =>
  value < 3 ? 'veryLow' : value < 3.9 ? 'low' : value <= 10 ? 'inRange' : value <= 13.9 ? 'high' : 'veryHigh'

/** A meter's reading so many days before today, at a local clock time. */
export const reading = (daysAgo: number, hour: number, minute: number, value: number): ReadingPoint => ({
  at: new Date(Date.parse('2026-11-23T16:00:00.000Z') - daysAgo * day + (hour * 60 + minute) * 60_000).toISOString(),
  minuteOfDay: hour * 60 + minute,
  glucose: { kind: 'number', value, unit: 'mmol/L' },
  level: levelOf(value),
})

const mornings = [7.2, 9.3, 6.9, 8.6, 9.9, 8.1, 9.3, 7.9, 8.6, 6.2, 7.3, 8.8, 6.8, 6.1]
const evenings = [11.1, 9.6, 11.1, 15.2, 7.6, 6.0, 9.8, 9.6, 5.4, 8.0, 3.6, 9.0, 10.6, 7.0]

/** Two readings a day over the days asked for, the newest today at 08:42. */
export const glucose = (days: number): GlucoseView => {
  const points = Array.from({ length: days }, (_, index) => index)
    .reverse()
    .flatMap((ago) => {
      const slot = (13 - (ago % 14) + 14) % 14
      const morning = reading(ago, 6, 30, mornings[slot] ?? 7)
      return ago === 0 ? [morning, reading(0, 8, 42, 7.8)] : [morning, reading(ago, 18, 10, evenings[slot] ?? 8)]
    })
  const counts = { veryLow: 0, low: 0, inRange: 0, high: 0, veryHigh: 0 }
  for (const { level } of points) counts[level] += 1
  return {
    from: new Date(Date.parse('2026-11-23T16:00:00.000Z') - (days - 1) * day).toISOString(),
    to: days === 1 ? '2026-11-24T16:00:00.000Z' : now,
    current: true,
    days,
    timeZone: 'Asia/Shanghai',
    source: 'smbg',
    points,
    joinWithinMinutes: 30,
    counts,
    total: points.length,
    summary: {
      meanMmolPerL: 8.1,
      standardDeviationMmolPerL: 2.1,
      coefficientOfVariationPercent: 26,
      glucoseManagementIndicatorPercent: null,
      wearPercent: null,
      sufficient: false,
    },
    profile: null,
    latest: reading(0, 8, 42, 7.8),
    previous: days === 14 ? { counts: { veryLow: 0, low: 2, inRange: 18, high: 6, veryHigh: 1 }, total: 27 } : null,
    attribution: null,
  }
}

/** A view of somebody who never measured. */
export const noGlucose = (days: number): GlucoseView => ({
  ...glucose(days),
  source: 'none',
  points: [],
  counts: { veryLow: 0, low: 0, inRange: 0, high: 0, veryHigh: 0 },
  total: 0,
  latest: null,
  previous: null,
})

/** A conversation: a question, the assistant's answer, a doubt, a person. */
export const messages: readonly MessageView[] = [
  {
    id: 'm1',
    at: '2026-11-23T02:11:00.000Z',
    author: { kind: 'patient', name: '王秀兰' },
    text: '早上空腹能喝咖啡吗',
    channel: 'kf',
    state: 'received',
  },
  {
    id: 'm2',
    at: '2026-11-23T02:11:02.000Z',
    author: { kind: 'assistant' },
    text: '黑咖啡可以少量喝，不加糖和奶精。喝完心慌就先停，方便时告诉医生。',
    channel: 'kf',
    state: 'sent',
  },
  {
    id: 'm3',
    at: '2026-11-23T02:12:00.000Z',
    author: { kind: 'patient', name: '王秀兰' },
    text: '我这两天脚有点麻，要紧吗',
    channel: 'kf',
    state: 'received',
  },
  {
    id: 'm4',
    at: '2026-11-23T02:12:02.000Z',
    author: { kind: 'assistant' },
    text: '这个我拿不准，已转给林致远主治医师，会在这里回您。',
    channel: 'kf',
    state: 'sent',
  },
  {
    id: 'm5',
    at: '2026-11-23T02:20:00.000Z',
    author: { kind: 'staff', staffId: 'st-lin', name: '林致远', title: '主治医师' },
    text: '这周早餐后比上周稳，早餐的吃法可以接着用。周四门诊见。',
    channel: 'kf',
    state: 'sent',
  },
]

/** A picture of a foot, drawn. */
export const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 180 180'%3E%3Crect width='180' height='180' fill='%23e8d9cc'/%3E%3Cpath d='M62 150c-8-30 2-60 0-88 0-24 46-28 54-4 8 30-4 52-4 92z' fill='%23d9b89d'/%3E%3C/svg%3E"
const media = { state: 'stored', bytes: 48_000, name: null, seconds: null, url: null, contentType: null } as const
const from = { patient: { kind: 'patient', name: '王秀兰' }, assistant: { kind: 'assistant' } } as const
const nurse = { kind: 'staff', staffId: 'st-zhou', name: '周宁', title: '健康管理师' } as const

const eatingOut = 'pages/content/index?programme=type-2-diabetes&id=eating-out'

/** A conversation of every kind of message, handed over and waiting. */
export const waitingMessages: readonly MessageView[] = [
  ...messages,
  {
    id: 'w1',
    at: '2026-11-24T00:31:00.000Z',
    author: nurse,
    text: '[卡片] 外出吃饭怎么点',
    content: { kind: 'card', title: '外出吃饭怎么点', page: eatingOut, contentId: 'eating-out' },
    channel: 'kf',
    state: 'sent',
  },
  {
    id: 'w2',
    at: '2026-11-24T00:32:00.000Z',
    author: nurse,
    text: '',
    recalledAt: '2026-11-24T00:33:00.000Z',
    channel: 'kf',
    state: 'sent',
  },
  {
    id: 'w3',
    at: '2026-11-24T00:46:00.000Z',
    author: from.patient,
    text: '[语音]',
    content: {
      kind: 'voice',
      media: { ...media, id: 'md-v', seconds: 12, url: '/media/v.mp3', contentType: 'audio/mpeg' },
    },
    channel: 'miniChat',
    state: 'received',
  },
  {
    id: 'w4',
    at: '2026-11-24T00:47:00.000Z',
    author: from.patient,
    text: '[图片]',
    content: { kind: 'image', media: { ...media, id: 'md-i', url: picture, contentType: 'image/svg+xml' } },
    channel: 'miniChat',
    state: 'received',
  },
  {
    id: 'w5',
    at: '2026-11-24T00:47:02.000Z',
    author: from.assistant,
    text: '照片和语音我看不了，已转给林致远主治医师，会在这里回您。',
    channel: 'miniChat',
    state: 'sent',
  },
]
/** What goes with it. */
export const waitingState = {
  state: 'waiting',
  waitingSince: '2026-11-24T00:47:00.000Z',
  answeredBy: { name: '林致远', title: '主治医师' },
  readByTeam: '2026-11-24T00:46:30.000Z',
} as const

/** Home of somebody enrolled. */
export const today: PatientToday = {
  latestReading: reading(0, 8, 42, 7.8),
  next: { touchpointId: 'tp-1', title: '午饭前测一次血糖', due: '2026-11-24T03:30:00.000Z' },
  reply: messages[4] ?? null,
  waitingForPerson: false,
}

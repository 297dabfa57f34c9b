import type { PatientPage, PatientRow, TimelineItem } from '@suixing/contracts'
import { meter, none, now, sensor, tooLittle } from './glucose'

type Patient = NonNullable<PatientPage['patient']>
export interface Case {
  readonly row: PatientRow
  readonly page: { patient: Patient; glucose: PatientPage['glucose']; timeline: TimelineItem[] }
}

const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
const both = (zh: string) => ({ zh, en: zh })
const open = { open: true, left: 3, closesAt: '2026-11-25T02:12:00.000Z' }

const patient = (over: Partial<Patient> & Pick<Patient, 'id' | 'name'>): Patient => ({
  gender: 'female',
  age: 68,
  diagnosisYear: 2014,
  therapy: null,
  status: 'enrolled',
  tags: [],
  conversation: 'assistant',
  conversationId: `talk-${over.id}`,
  waitingSince: null,
  window: open,
  quickReplies: ['周四门诊查脚', '请拍一张脚的照片', '多久了？'],
  ...over,
})
const tag = (id: string, name: string, says: string) => ({ id, name, says, since: minutesAgo(3000) })
const said = (id: string, minutes: number, name: string, text: string): TimelineItem => ({
  kind: 'message',
  id,
  at: minutesAgo(minutes),
  message: { id, at: minutesAgo(minutes), author: { kind: 'patient', name }, text, channel: 'kf', state: 'received' },
})
const reading = (id: string, minutes: number, value: number, level: 'inRange' | 'high'): TimelineItem => ({
  kind: 'reading',
  id,
  at: minutesAgo(minutes),
  point: { at: minutesAgo(minutes), minuteOfDay: 522, glucose: { kind: 'number', value, unit: 'mmol/L' }, level },
})
const touchpoint = (
  id: string,
  minutes: number,
  title: string,
  state: Extract<TimelineItem, { kind: 'touchpoint' }>['state'],
  code: Extract<TimelineItem, { kind: 'touchpoint' }>['reason']['code'],
  zh: string,
): TimelineItem => ({
  kind: 'touchpoint',
  id,
  at: minutesAgo(minutes),
  title,
  state,
  reason: { code, params: {} },
  reasonText: both(zh),
  due: minutesAgo(state === 'planned' ? -585 : minutes),
})

const wang: Case = {
  row: {
    id: 'wang',
    name: '王秀兰',
    gender: 'female',
    age: 68,
    status: 'enrolled',
    waitingSince: minutesAgo(14),
    urgent: false,
    why: '问：我这两天脚有点麻，要紧吗',
    latest: {
      at: minutesAgo(93),
      minuteOfDay: 522,
      glucose: { kind: 'number', value: 7.8, unit: 'mmol/L' },
      level: 'inRange',
    },
    counts: sensor.counts,
    tags: ['长期管理', '餐后高'],
  },
  page: {
    patient: patient({
      id: 'wang',
      name: '王秀兰',
      conversation: 'waiting',
      waitingSince: minutesAgo(3),
      tags: [tag('long-term', '长期管理', '入组满 30 天'), tag('post-meal-high', '餐后高', '7 天里 5 次餐后高于 10.0')],
    }),
    glucose: sensor,
    timeline: [
      said('m1', 3, '王秀兰', '我这两天脚有点麻，要紧吗'),
      { kind: 'hand-over', id: 'h1', at: minutesAgo(3), to: 'person', why: both('没有把握回答，已告知患者等您回复。') },
      reading('r1', 93, 7.8, 'inRange'),
      touchpoint('t1', 125, '三餐后各测一次', 'answered', 'patient-answered', '患者已回应'),
      touchpoint('t2', 780, '足部自查', 'planned', 'in-quiet-hours', '在安静时段 21:00–08:00'),
      {
        kind: 'message',
        id: 'm0',
        at: minutesAgo(800),
        message: {
          id: 'm0',
          at: minutesAgo(800),
          author: { kind: 'assistant' },
          text: '多数 2 型糖尿病朋友，餐后 2 小时看 10.0 以下。',
          channel: 'kf',
          state: 'sent',
          faq: { id: 'post-meal', question: '餐后血糖多少算好', version: 3 },
        },
      },
      said('m00', 801, '王秀兰', '餐后血糖多少算好'),
      {
        kind: 'tag',
        id: 'g1',
        at: minutesAgo(1600),
        name: '餐后高',
        change: 'added',
        says: '7 天里 5 次餐后高于 10.0',
      },
      { kind: 'import', id: 'i1', at: minutesAgo(1700), taken: 3749, fileName: '动态血糖-11月.csv' },
      touchpoint('t3', 2900, '复诊提醒', 'failed', 'delivery-failed', '没有送达：患者拒收'),
      touchpoint('t4', 3000, '用药一周随访', 'uncertain', 'outcome-unknown', '发出后没有回执，请人工核实'),
      { kind: 'event', id: 'e1', at: minutesAgo(44_000), type: 'enrolled', text: both('签署知情同意，入组') },
    ],
  },
}
const other = (
  row: Partial<PatientRow> & Pick<PatientRow, 'id' | 'name'>,
  page: Partial<Case['page']> & { patient: Patient },
): Case => ({
  row: {
    gender: 'female',
    age: 59,
    status: 'enrolled',
    waitingSince: null,
    urgent: false,
    why: null,
    latest: page.glucose?.latest ?? null,
    counts: page.glucose && page.glucose.total > 0 ? page.glucose.counts : null,
    tags: [],
    ...row,
  },
  page: { glucose: null, timeline: [], ...page },
})

export const cases: readonly Case[] = [
  wang,
  other(
    { id: 'chen', name: '陈玉芬', why: '空腹连续 3 天高于 10.0', tags: ['高风险'], waitingSince: minutesAgo(200) },
    {
      patient: patient({
        id: 'chen',
        name: '陈玉芬',
        age: 59,
        diagnosisYear: 2019,
        waitingSince: minutesAgo(200),
        window: { open: false, left: 0, closesAt: '2026-11-22T02:00:00.000Z' },
        tags: [tag('risk', '高风险', '空腹连续 3 天高于 10.0')],
      }),
      glucose: meter,
      timeline: [said('c1', 3100, '陈玉芬', '这几天早上都很高，怎么办'), reading('c2', 3200, 12.4, 'high')],
    },
  ),
  other(
    { id: 'sun', name: '孙丽华', age: 54, why: '术后第 7 天问卷：伤口渗液', waitingSince: minutesAgo(1500) },
    {
      patient: patient({ id: 'sun', name: '孙丽华', age: 54, diagnosisYear: null, window: { ...open, left: 0 } }),
      glucose: tooLittle,
      timeline: [said('s1', 1500, '孙丽华', '伤口有点渗水')],
    },
  ),
  other(
    { id: 'liu', name: '刘建民', gender: 'male', age: 63, why: '8 天没读数 · 提醒未回', tags: ['可能脱落'] },
    {
      patient: patient({
        id: 'liu',
        name: '刘建民',
        gender: 'male',
        age: 63,
        diagnosisYear: 2021,
        window: { open: false, left: 0, closesAt: null },
      }),
      glucose: none,
    },
  ),
  other(
    { id: 'ma', name: '马志刚', gender: 'male', age: 47, why: '复诊前 3 天，小结已备好' },
    { patient: patient({ id: 'ma', name: '马志刚', gender: 'male', age: 47 }), glucose: sensor },
  ),
]

import type { AnswerOf } from '@suixing/contracts'
import { fixtureNow, lin, xu } from './programme-fixture'

export const dutyFixture: AnswerOf<'duty'> = {
  hours: { workdays: [1, 2, 3, 4, 5], from: 480, to: 1050 },
  members: [
    { ...lin, availability: 'hours', onDuty: false, open: 3 },
    {
      id: 'staff-zhouning',
      name: '周宁',
      title: '健康管理师',
      role: 'healthManager',
      availability: 'hours',
      onDuty: true,
      open: 2,
    },
    {
      id: 'staff-he',
      name: '何静',
      title: '随访护士',
      role: 'careAssistant',
      availability: 'always',
      onDuty: true,
      open: 5,
    },
    {
      id: 'staff-wu',
      name: '吴晓',
      title: '营养师',
      role: 'nutritionist',
      availability: 'off',
      onDuty: false,
      open: 0,
    },
    { ...xu, availability: 'hours', onDuty: true, open: 1 },
  ],
  onCall: 'staff-he',
  openNow: true,
  opensAt: null,
}

export const macrosFixture: AnswerOf<'macros'> = {
  macros: [
    { id: 'seen', title: '收到，我看看', text: '{patientName}您好，收到，我先看看，稍后回您。' },
    {
      id: 'visit',
      title: '门诊见',
      text: '{patientName}您好，这个最好当面看。请来{physicianName}的门诊，带上最近的血糖记录。',
    },
    { id: 'howLong', title: '多久了', text: '这种情况有多久了？当时测了血糖吗，是多少？' },
  ],
}

const dayOf = (index: number, days: number) =>
  new Date(Date.parse('2026-11-24T00:00:00.000Z') - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10)

/** Figures over some days; the parts add up to the wholes as the host's do. */
export function figuresFixture(days: number): AnswerOf<'conversationFigures'> {
  const byDay = Array.from({ length: days }, (_, index) => {
    const received = 18 + ((index * 7) % 13) + (index % 7 === 5 ? -8 : 0)
    const handedOver = 3 + ((index * 3) % 4)
    return { day: dayOf(index, days), received, answered: received - handedOver - (index % 3), handedOver }
  })
  const sum = (key: 'received' | 'answered' | 'handedOver') => byDay.reduce((total, day) => total + day[key], 0)
  const total = sum('handedOver')
  const asked = Math.round(total * 0.3)
  const doubt = Math.round(total * 0.45)
  const red = Math.round(total * 0.05)
  const repeated = Math.round(total * 0.12)
  return {
    from: `${dayOf(0, days)}T00:00:00.000Z`,
    to: fixtureNow,
    questions: { received: sum('received'), answered: sum('answered') },
    handOvers: {
      total,
      because: { asked, doubt, 'red-flag': red, repeated, taken: total - asked - doubt - red - repeated },
      waiting: 3,
    },
    firstResponse: { count: total - 3, medianSeconds: 1260, p90Seconds: 32_400 },
    firstResponseOpen: { count: total - 3, medianSeconds: 540, p90Seconds: 2700 },
    resolution: { count: total - 9, medianSeconds: 7500, p90Seconds: 97_200 },
    satisfaction: { asked: total - 20, answered: 58, good: 47, fair: 8, bad: 3 },
    byDay,
    definitions: [
      { figure: 'questions', zh: '患者发来的消息；助手独自答上、没有转人工的算「助手答了」。', en: '' },
      { figure: 'handOvers', zh: '这些天里开始的转人工，按开始时的原因分；一位患者可以有几次。', en: '' },
      { figure: 'firstResponse', zh: '从转人工到第一位同事回复，按钟表时间，只算已有回复的。', en: '' },
      { figure: 'firstResponseOpen', zh: '同上，只算上班时间里的分钟。', en: '' },
      { figure: 'resolution', zh: '从转人工到交还助手，只算已交还的。', en: '' },
      { figure: 'satisfaction', zh: '交还之后问一次，点了才算答；分母是答了的人次。', en: '' },
      { figure: 'byDay', zh: '按项目所在地的日历日。', en: '' },
    ],
  }
}

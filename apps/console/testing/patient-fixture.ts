import type { AnswerOf } from '@suixing/contracts'
import { fixtureNow, lin } from './programme-fixture'
import { touchpointFixtures } from './touchpoint-fixture'

/** A patient with some of everything, failures included. */
export const patientFixture: AnswerOf<'consolePatient'> = {
  id: 'pt-wang',
  name: '王秀兰',
  timeZone: 'Asia/Shanghai',
  enrolments: [
    {
      id: 'en-wang',
      programmeId: 'diabetes-t2',
      programmeName: '2型糖尿病院外管理',
      status: 'enrolled',
      physician: lin,
      consent: { version: '2.1', scopes: ['care', 'research'], at: '2026-10-10T02:04:00.000Z' },
      history: [
        { at: '2026-10-10T01:58:00.000Z', status: 'invited', why: '扫了林致远的联系码' },
        { at: '2026-10-10T02:04:00.000Z', status: 'enrolled', why: '患者同意 2.1 版并填好资料' },
      ],
    },
  ],
  profile: { diagnosisYear: 2014, therapy: '口服药' },
  preferences: { hour: 'evening', channel: 'wechat', family: { name: '李明', relation: '儿子', notify: true } },
  optOuts: [{ scope: { topic: 'education' }, at: '2026-10-14T03:20:00.000Z' }],
  identities: [
    { kind: 'wecom-external', since: '2026-10-10T01:58:00.000Z' },
    { kind: 'openid', since: '2026-10-10T02:01:00.000Z' },
    { kind: 'kf', since: '2026-10-10T02:10:00.000Z' },
  ],
  tags: [
    {
      id: 'tag-long-term',
      name: '长期管理',
      group: '病程',
      since: '2026-11-07T02:04:00.000Z',
      provenance: { kind: 'rule', ruleId: 'long-term', ruleVersion: 1, says: '入组满 28 天，状态为在管' },
      wecom: { state: 'written', at: '2026-11-07T02:04:02.000Z', why: null },
    },
    {
      id: 'tag-after-meal',
      name: '餐后高',
      group: '血糖分层',
      since: '2026-11-10T01:30:00.000Z',
      provenance: { kind: 'rule', ruleId: 'after-meal-high', ruleVersion: 3, says: '近 14 天餐后读数三成以上高于 10.0 mmol/L' },
      wecom: { state: 'failed', at: null, why: '企业微信：标签数已到上限，请先清理' },
    },
  ],
  touchpoints: touchpointFixtures,
  conversation: { state: 'waiting', window: { open: true, left: 3, closesAt: '2026-11-26T02:12:00.000Z' } },
  messages: [
    { id: 'm1', at: '2026-11-24T02:10:00.000Z', author: { kind: 'patient', name: '王秀兰' }, text: '餐后血糖多少算正常', channel: 'kf', state: 'received' },
    {
      id: 'm2',
      at: '2026-11-24T02:10:01.000Z',
      author: { kind: 'assistant' },
      text: '多数 2 型糖尿病朋友，餐后 2 小时看 10.0 mmol/L 以下。您的目标在「血糖」页里。',
      channel: 'kf',
      state: 'sent',
      faq: { id: 'faq-after-meal', question: '餐后血糖目标', version: 4 },
    },
    { id: 'm3', at: '2026-11-24T02:12:00.000Z', author: { kind: 'patient', name: '王秀兰' }, text: '我这两天脚有点麻，要紧吗', channel: 'kf', state: 'received' },
    { id: 'm4', at: '2026-11-24T02:12:01.000Z', author: { kind: 'assistant' }, text: '这个我拿不准，已转给林致远医生，他会在这里回您。', channel: 'kf', state: 'sent' },
    {
      id: 'm5',
      at: '2026-11-24T02:15:00.000Z',
      author: { kind: 'staff', staffId: lin.id, name: lin.name, title: lin.title },
      text: '脚麻多久了？周四门诊我给您查脚，这几天先别用热水泡。',
      channel: 'kf',
      state: 'failed',
      failure: { code: '95001', zh: '微信客服没有收下，请换小程序对话再发', en: 'not accepted' },
    },
  ],
  timeline: [],
  imports: [
    {
      importId: 'imp-1',
      mode: 'commit',
      fileName: 'libre-2026-11.csv',
      format: 'Libre 导出',
      unit: 'mmol/L',
      rows: 1352,
      taken: 1288,
      duplicateInFile: 12,
      duplicateStored: 0,
      otherRows: 50,
      rejected: [{ line: 88, field: 'Historic Glucose', code: 'not-a-number', text: '「---」不是数字' }],
      rejectedTotal: 2,
      notes: [{ line: 640, text: '时钟在这里往回拨了 1 小时，两边的读数都保留' }],
      firstAt: '2026-11-10T00:00:00.000Z',
      lastAt: '2026-11-24T00:00:00.000Z',
      at: '2026-11-24T01:20:00.000Z',
      by: '许可',
    },
  ],
  now: fixtureNow,
}

const row = (index: number, name: string, status: AnswerOf<'consolePatients'>['rows'][number]['status']) => ({
  id: index === 0 ? 'pt-wang' : `pt-${index}`,
  enrolmentId: `en-${index}`,
  name,
  status,
  physician: status === 'invited' ? null : '林致远',
  tags: index % 3 === 0 ? ['长期管理', '餐后高'] : index % 3 === 1 ? ['长期管理'] : [],
  conversation: (['waiting', 'assistant', null, 'person'] as const)[index % 4] ?? null,
  nextTouchpoint: index % 5 === 4 ? null : `2026-11-${24 + (index % 6)}T09:42:00.000Z`,
  lastActivityAt: `2026-11-24T0${index % 3}:12:00.000Z`,
})
const names = ['王秀兰', '赵国强', '陈玉梅', '刘建国', '孙丽华', '周德明', '吴桂英', '郑海涛', '冯淑芬', '褚卫东', '卫兰芳', '蒋志远', '沈月娥', '韩立新']
const statuses = ['enrolled', 'enrolled', 'invited', 'enrolled', 'paused', 'enrolled', 'completed', 'enrolled', 'lost', 'enrolled', 'enrolled', 'withdrawn', 'enrolled', 'invited'] as const

export const patientsFixture: AnswerOf<'consolePatients'> = {
  rows: names.map((name, index) => row(index, name, statuses[index] ?? 'enrolled')),
  next: 'cursor-2',
  total: 1547,
}

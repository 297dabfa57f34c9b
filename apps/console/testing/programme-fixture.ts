import type { AnswerOf } from '@suixing/contracts'

/** The instant the fixtures stand at: 24 November 2026, 10:48 in Shanghai. */
export const fixtureNow = '2026-11-24T02:48:00.000Z'

export const lin = { id: 'staff-lin', name: '林致远', title: '主治医师', role: 'physician' as const }
export const zhou = { id: 'staff-zhou', name: '周明', title: '副主任医师', role: 'physician' as const }
export const xu = { id: 'staff-xu', name: '许可', title: '项目运营', role: 'operator' as const }

export const meFixture: AnswerOf<'consoleMe'> = { staff: xu, clock: { now: fixtureNow, kind: 'followed' } }

const hour = (at: number, sent: number, open: number, ended: number) => ({ hour: at, sent, open, ended })

/** A programme in its second month: some of everything. */
export const programmeFixture: AnswerOf<'programme'> = {
  id: 'diabetes-t2',
  name: '2型糖尿病院外管理',
  organisation: '江滨医院',
  department: '内分泌科',
  version: 3,
  funnel: { invited: 1547, enrolled: 1162, paused: 47, completed: 31, left: 44 },
  touchpoints: { planned: 4930, delivered: 1474, answered: 3026, skipped: 214, failed: 12, uncertain: 2 },
  today: [
    hour(8, 28, 0, 3),
    hour(9, 47, 0, 2),
    hour(10, 61, 24, 4),
    hour(11, 0, 70, 0),
    hour(12, 0, 82, 0),
    hour(13, 0, 34, 0),
    hour(14, 0, 30, 0),
    hour(15, 0, 56, 0),
    hour(16, 0, 28, 0),
    hour(17, 0, 43, 0),
    hour(18, 0, 74, 0),
    hour(19, 0, 56, 0),
    hour(20, 0, 18, 0),
  ],
  needsPerson: [
    { kind: 'waiting-reply', count: 4 },
    { kind: 'uncertain-touchpoint', count: 2 },
    { kind: 'failed-touchpoint', count: 12 },
    { kind: 'touchpoint-for-person', count: 3 },
    { kind: 'inbox-stuck', count: 0 },
    { kind: 'tag-not-written', count: 1 },
  ],
  contactWays: [
    {
      id: 'way-lin',
      physician: lin,
      qrCode: '/fixture/qr.svg',
      state: 'w1a2b3',
      status: 'ready',
      failure: null,
      scans: 212,
      createdAt: '2026-10-08T02:00:00.000Z',
    },
  ],
  physicians: [lin, zhou],
  plans: [
    {
      id: 'first-steps',
      version: 2,
      title: '入组头一周',
      anchor: 'enrolled',
      steps: [
        {
          id: 'meet-team',
          title: '认识团队',
          when: '入组后 10 分钟',
          channels: ['kf', 'subscribe'],
          text: '{patientName}，您好。我是{physicianName}团队的随行助手，有事随时在这里问。',
        },
        {
          id: 'how-to-measure',
          title: '餐后怎么测',
          when: '第 2 天 18:00',
          channels: ['kf', 'subscribe', 'miniChat'],
          text: '{patientName}，从吃第一口饭起算 2 小时，再测一次就好。',
        },
        {
          id: 'habit-questions',
          title: '测糖习惯问卷',
          when: '第 5 天 18:00',
          channels: ['kf', 'miniChat'],
          text: '{patientName}，想了解您平时怎么测血糖，3 个问题，1 分钟。',
        },
      ],
    },
    {
      id: 'after-meal',
      version: 6,
      title: '餐后高 · 12 周',
      anchor: 'enrolled',
      steps: [
        {
          id: 'after-meal-reminder',
          title: '餐后血糖提醒',
          when: '第 8 天起，每周二 17:30，共 3 次',
          channels: ['kf', 'subscribe', 'sms'],
          text: '{patientName}，晚饭后 2 小时方便测一次吗？测完血糖仪会自己传过来。',
        },
        {
          id: 'measure-again',
          title: '记得测一测',
          when: '每两周 12:00，共 4 次',
          channels: ['kf', 'subscribe'],
          text: '{patientName}，方便时测一次，我们一起看看变化。',
        },
        {
          id: 'ask-by-phone',
          title: '电话问一问',
          when: '没回后 1 个工作日',
          channels: ['phone'],
          text: '问近况、测糖有没有困难，记下答复。',
        },
        {
          id: 'summary',
          title: '12 周小结问卷',
          when: '第 82 天 18:00',
          channels: ['kf', 'miniChat'],
          text: '{patientName}，12 周了，用 6 个问题回头看看。',
        },
      ],
    },
  ],
  tagRules: [
    { id: 'after-meal-high', version: 3, tag: '餐后高', says: '近 14 天餐后读数三成以上高于 10.0 mmol/L' },
    { id: 'long-term', version: 1, tag: '长期管理', says: '入组满 28 天，状态为在管' },
    { id: 'no-reading', version: 2, tag: '近期没读数', says: '已经 7 天没有血糖读数' },
  ],
  faqCount: 46,
  quietHours: { from: 1260, to: 480 },
}

/** A programme on its first day: nobody yet, no QR. */
export const newProgrammeFixture: AnswerOf<'programme'> = {
  ...programmeFixture,
  funnel: { invited: 0, enrolled: 0, paused: 0, completed: 0, left: 0 },
  touchpoints: { planned: 0, delivered: 0, answered: 0, skipped: 0, failed: 0, uncertain: 0 },
  today: [],
  needsPerson: [],
  contactWays: [],
}

import type { TouchpointView } from '@suixing/contracts'

const reason = (code: TouchpointView['reason']['code'], params: Record<string, string | number> = {}) => ({
  code,
  params,
})
const text = (zh: string) => ({ zh, en: zh })

/** Came due in quiet hours and was deferred to the preferred hour of the next day. */
export const deferredTouchpoint: TouchpointView = {
  id: 'tp_7f3a52c21e',
  planId: 'after-meal',
  planVersion: 6,
  planTitle: '餐后高 · 12 周',
  stepId: 'after-meal-reminder',
  stepTitle: '餐后血糖提醒',
  ordinal: 2,
  topic: 'reminder',
  due: '2026-11-24T09:42:00.000Z',
  state: 'planned',
  reason: reason('in-quiet-hours'),
  reasonText: text('在安静时段'),
  channel: 'kf',
  history: [
    {
      at: '2026-11-10T01:30:00.000Z',
      from: null,
      to: 'planned',
      reason: reason('planned-by-step'),
      due: '2026-11-23T13:04:00.000Z',
      text: text('计划「餐后高」· 入组后第 15 天'),
    },
    {
      at: '2026-11-23T13:04:00.000Z',
      from: 'planned',
      to: 'due',
      reason: reason('reached-due'),
      text: text('20:34 传来晚饭后读数，半小时后到点'),
    },
    {
      at: '2026-11-23T13:04:01.000Z',
      from: 'due',
      to: 'planned',
      reason: reason('in-quiet-hours'),
      due: '2026-11-24T09:42:00.000Z',
      text: text('在安静时段'),
    },
  ],
  gates: [
    { gate: 'consent', verdict: 'pass', says: text('2.1 版 · 10月10日 · 含消息触达') },
    { gate: 'opt-out', verdict: 'pass', says: text('科教：未退订；提醒：未退订') },
    { gate: 'enrolment', verdict: 'pass', says: text('在管') },
    { gate: 'audience', verdict: 'pass', says: text('餐后达标 0 周，未到 2 周') },
    { gate: 'lateness', verdict: 'pass', says: text('刚到点，最多可晚 24 小时') },
    { gate: 'quiet-hours', verdict: 'defer', says: text('21:04 在 21:00–08:00 内 · 患者时区 Asia/Shanghai') },
    { gate: 'preferred-hour', verdict: 'pass', says: text('傍晚 17:30–19:30') },
    { gate: 'channel', verdict: 'not-applicable', says: text('到点再看') },
  ],
}

const simple = (
  id: string,
  stepTitle: string,
  due: string,
  state: TouchpointView['state'],
  code: TouchpointView['reason']['code'],
  zh: string,
  channel?: TouchpointView['channel'],
): TouchpointView => ({
  id,
  planId: 'first-steps',
  planVersion: 2,
  planTitle: '入组头一周',
  stepId: id,
  stepTitle,
  ordinal: 1,
  topic: 'education',
  due,
  state,
  reason: reason(code),
  reasonText: text(zh),
  ...(channel ? { channel } : {}),
  history: [
    {
      at: '2026-10-10T02:04:00.000Z',
      from: null,
      to: 'planned',
      reason: reason('planned-by-step'),
      due,
      text: text('按计划「入组头一周」排出'),
    },
    ...(state === 'planned'
      ? []
      : [{ at: due, from: 'due' as const, to: state, reason: reason(code), text: text(zh) }]),
  ],
})

/** One of each kind a page has to show. */
export const touchpointFixtures: TouchpointView[] = [
  deferredTouchpoint,
  simple('tp_next', '记得测一测', '2026-12-01T04:00:00.000Z', 'planned', 'planned-by-step', '按计划排出'),
  simple('tp_sum', '12 周小结问卷', '2026-12-31T10:00:00.000Z', 'planned', 'planned-by-step', '按计划排出'),
  simple('tp_ans', '认识团队', '2026-10-10T02:14:00.000Z', 'answered', 'patient-answered', '患者回了「好的」', 'kf'),
  simple(
    'tp_del',
    '餐后怎么测',
    '2026-10-12T10:00:00.000Z',
    'delivered',
    'accepted-by-channel',
    '微信客服已收下',
    'kf',
  ),
  simple('tp_skip', '测糖习惯问卷', '2026-10-15T10:00:00.000Z', 'skipped', 'opted-out-topic', '患者退订了科教'),
  simple('tp_fail', '餐后血糖提醒', '2026-11-17T09:30:00.000Z', 'failed', 'channel-error', '对方已删好友', 'kf'),
  simple(
    'tp_unc',
    '血糖月报',
    '2026-11-20T04:00:00.000Z',
    'uncertain',
    'outcome-unknown',
    '发出后没有回音，等人决定',
    'subscribe',
  ),
]

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GateOutcome, ReasonCode } from '@suixing/contracts'
import { decide } from './decide'
import type { DecisionContext, Decided, Decision } from './decide'
import { reasonText } from './reason-text'
import { decisionContext, dueTouchpoint, ordinaryNow } from './testdata/due-touchpoint'
import type { GivenEnrolment, GivenTouchpoint } from './testdata/due-touchpoint'

interface GoldenCase {
  readonly name: string
  readonly now?: string
  readonly timeZone?: string
  readonly optOuts?: DecisionContext['optOuts']
  readonly enrolment?: GivenEnrolment
  /** One ordinary touchpoint when left out. */
  readonly touchpoints?: readonly GivenTouchpoint[]
  /** One a touchpoint, in the order they are given: which gate decided, and what. */
  readonly expected: readonly { readonly by: GateOutcome['gate']; readonly decision: Decision }[]
}

const folder = join(__dirname, 'testdata', 'decide')
const files = readdirSync(folder).map((file): [string, GoldenCase[]] => [
  file,
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenCase[],
])
const order: readonly GateOutcome['gate'][] = [
  'consent',
  'opt-out',
  'enrolment',
  'audience',
  'lateness',
  'quiet-hours',
  'preferred-hour',
  'channel',
]

function decidedOf({ touchpoints = [{}], enrolment, timeZone, optOuts, now = ordinaryNow }: GoldenCase): Decided[] {
  const due = touchpoints.map((given, index) => dueTouchpoint({ id: `t${index}`, ...given }))
  const context = decisionContext(enrolment, { ...(timeZone ? { timeZone } : {}), ...(optOuts ? { optOuts } : {}) })
  return decide(due, context, now)
}

describe.each(files)('%s', (_file, cases) => {
  it.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
    const decided = decidedOf(golden)
    expect(decided.map(({ decision, gates }) => ({ by: gates.at(-1)?.gate, decision }))).toEqual(golden.expected)
    for (const { gates, decision } of decided) {
      expect(gates.map(({ gate }) => gate)).toEqual(order.slice(0, gates.length))
      for (const { verdict } of gates.slice(0, -1)) expect(['pass', 'not-applicable']).toContain(verdict)
      const verdicts = { send: 'pass', defer: 'defer', skip: 'skip', toPerson: 'to-person', merge: 'skip' }
      expect(gates.at(-1)?.verdict).toBe(verdicts[decision.kind])
      if ('reason' in decision) expect(gates.at(-1)?.says).toEqual(reasonText(decision.reason))
      for (const { says } of gates) for (const text of [says.zh, says.en]) expect(text).not.toMatch(/[{}]|undefined|^$/)
    }
  })
})

it('golden cases reach every reason that decide can give', () => {
  const reached = new Set<string>()
  for (const { decision } of files.flatMap(([, cases]) => cases.flatMap(({ expected }) => expected))) {
    if (!('reason' in decision)) continue
    reached.add(decision.reason.code)
    if (decision.reason.params['why']) reached.add(String(decision.reason.params['why']))
  }
  const reachable: ReasonCode[] = [
    'consent-missing',
    'consent-outdated',
    'consent-withdrawn',
    'opted-out-all',
    'opted-out-topic',
    'opted-out-channel',
    'enrolment-not-active',
    'audience-not-matching',
    'too-late',
    'in-quiet-hours',
    'outside-preferred-hour',
    'content-missing',
    'handed-to-person',
    'no-channel-left',
    'kf-window-closed',
    'kf-window-spent',
    'kf-never-written',
    'kf-in-client',
  ]
  expect([...reached].sort()).toEqual([...reachable].sort())
})

it('the why page reads what each gate looked at', () => {
  const [decided] = decidedOf({
    name: '',
    now: '2026-11-23T13:04:00.000Z',
    enrolment: { preferredHour: { from: 720, to: 780 } },
    touchpoints: [{ step: { priority: 'urgent' } }],
    expected: [],
  })
  expect(decided?.gates.map(({ says }) => says.zh)).toEqual([
    '1 版，含随访联系',
    '未退订',
    '在管',
    '仍符合计划条件',
    '在有效期内',
    '紧急，可在安静时段发',
    '紧急，不等偏好时段',
    '微信客服还可发 4 条',
  ])
  expect(decided?.gates.at(-1)?.says.en).toBe('WeChat kf, 4 left')
})

import type { GateOutcome } from '@suixing/contracts'

/** Gates of `decide` in the words of the console. */
export const gateWords: Record<GateOutcome['gate'], string> = {
  consent: '知情同意',
  'opt-out': '退订',
  enrolment: '病程与状态',
  audience: '还需要吗',
  lateness: '是否太晚',
  'quiet-hours': '安静时段',
  'preferred-hour': '偏好时段',
  channel: '渠道',
}
export const verdictWords: Record<GateOutcome['verdict'], string> = {
  pass: '通过',
  defer: '推迟',
  skip: '跳过',
  'to-person': '转给人',
  'not-applicable': '不适用',
}

/** The gate that decided: the first that did not let through. Undefined when all did. */
export const decidingGate = (gates: readonly GateOutcome[]): GateOutcome | undefined =>
  gates.find(({ verdict }) => verdict === 'defer' || verdict === 'skip' || verdict === 'to-person')

import type { ProgrammePage } from '@suixing/contracts'

/** A rate with what it counts: n of N, and the word for N. */
export interface Rate {
  readonly title: string
  readonly part: number
  readonly whole: number
  readonly of: string
}

/** Enrolments that were ever enrolled: those in any status after it. */
export const everEnrolled = ({ enrolled, paused, completed, left }: ProgrammePage['funnel']): number =>
  enrolled + paused + completed + left
/** The rates of the first row, each with its denominator. */
export function programmeRates({ funnel, touchpoints }: Pick<ProgrammePage, 'funnel' | 'touchpoints'>): Rate[] {
  const reached = touchpoints.delivered + touchpoints.answered
  const tried = reached + touchpoints.failed + touchpoints.uncertain
  return [
    { title: '入组率', part: everEnrolled(funnel), whole: funnel.invited, of: '位受邀' },
    { title: '仍在管', part: funnel.enrolled, whole: everEnrolled(funnel), of: '位入组' },
    { title: '触点送达', part: reached, whole: tried, of: '个发出的触点' },
    { title: '触点有回应', part: touchpoints.answered, whole: reached, of: '个送达的触点' },
  ]
}

import type { StaffRole } from '@suixing/contracts'
import type { Sentence } from '../reason-text'

/** Who a rung tells: the responsible person, whoever the subject is assigned to, everybody of a role, or the on-call person. */
export type RungRole = 'responsible' | 'assigned' | StaffRole | 'onCall'

export interface Rung {
  readonly role: RungRole
  /** Minutes since the escalation began. */
  readonly afterMinutes: number
}

/** Who is told, and when, while nobody acknowledges. */
export interface Ladder {
  readonly rungs: readonly Rung[]
  /** The last rung is told again every so many minutes until somebody acknowledges. */
  readonly repeatMinutes: number
}

/** What is wrong with a ladder, and the field it is wrong in. */
export interface LadderProblem {
  readonly code: 'empty' | 'not-ascending' | 'not-ending-on-call' | 'minutes-invalid' | 'repeat-invalid'
  readonly field: string
  readonly says: Sentence
}

const says: Record<LadderProblem['code'], LadderProblem['says']> = {
  empty: { zh: '至少要有一级', en: 'A ladder needs at least one rung' },
  'not-ascending': { zh: '每一级要比上一级晚', en: 'Each rung must come later than the one before' },
  'not-ending-on-call': { zh: '最后一级必须是值班人', en: 'The last rung must be the on-call person' },
  'minutes-invalid': { zh: '填 0 到 10080 的整数分钟', en: 'Whole minutes from 0 to 10080' },
  'repeat-invalid': { zh: '填 1 到 1440 的整数分钟', en: 'Whole minutes from 1 to 1440' },
}
const WEEK_MINUTES = 7 * 1440

/** The problems of a ladder, none when it may be published. */
export function checkLadder({ rungs, repeatMinutes }: Ladder): readonly LadderProblem[] {
  const problems: LadderProblem[] = []
  const problem = (code: LadderProblem['code'], field: string): void => {
    problems.push({ code, field, says: says[code] })
  }
  if (rungs.length === 0) problem('empty', 'rungs')
  rungs.forEach(({ afterMinutes }, index) => {
    const field = `rungs.${index}.afterMinutes`
    if (!Number.isInteger(afterMinutes) || afterMinutes < 0 || afterMinutes > WEEK_MINUTES)
      problem('minutes-invalid', field)
    if (afterMinutes <= (rungs[index - 1]?.afterMinutes ?? -1)) problem('not-ascending', field)
  })
  const last = rungs.length - 1
  if (last >= 0 && rungs[last]?.role !== 'onCall') problem('not-ending-on-call', `rungs.${last}.role`)
  if (!Number.isInteger(repeatMinutes) || repeatMinutes < 1 || repeatMinutes > 1440)
    problem('repeat-invalid', 'repeatMinutes')
  return problems
}

/** The ladder with an on-call rung at its end: one that was never checked still ends at a person who can be reached. */
export function endingOnCall(ladder: Ladder): Ladder {
  const last = ladder.rungs.at(-1)
  if (last?.role === 'onCall') return ladder
  const afterMinutes = last ? last.afterMinutes + ladder.repeatMinutes : 0
  return { ...ladder, rungs: [...ladder.rungs, { role: 'onCall', afterMinutes }] }
}

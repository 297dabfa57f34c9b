import type { FaqEntry, Instant } from '@suixing/contracts'
import { asksForPerson } from './asks-for-person'
import { ANSWER_THRESHOLD } from './matcher'
import type { Matcher } from './matcher'
import type { RedFlag, RedFlagList } from './red-flag'
import { isRepeated } from './repeated-question'
import type { EarlierAnswer } from './repeated-question'
import { smallRedFlagList } from './small-red-flag-list'

/** What the assistant does with a question. It never writes text of its own: it gives a reviewed answer or a person. */
export type AssistantMove =
  | { readonly kind: 'answer'; readonly entry: FaqEntry; readonly score: number }
  | {
      readonly kind: 'hand-over'
      readonly because: 'asked-for-person' | 'no-confident-answer' | 'repeated-question'
    }
  /** `flags` are the ids of `found`. */
  | { readonly kind: 'red-flag'; readonly flags: readonly string[]; readonly found: readonly RedFlag[] }

/** What was answered lately, and the instant of the message; without it nothing counts as repeated. */
export interface AnsweredLately {
  readonly earlier: readonly EarlierAnswer[]
  readonly now: Instant
}

/**
 * Decides on one message of a patient: red flags first, then the wish for a person, then a question asked again after it was answered,
 * then the FAQ above its threshold.
 */
export function answer(
  question: string,
  matcher: Matcher,
  lately?: AnsweredLately,
  redFlagList: RedFlagList = smallRedFlagList,
): AssistantMove {
  const found = redFlagList.find(question)
  if (found.length > 0) return { kind: 'red-flag', flags: found.map(({ id }) => id), found }
  if (asksForPerson(question)) return { kind: 'hand-over', because: 'asked-for-person' }
  if (lately && isRepeated(question, lately.earlier, lately.now, matcher))
    return { kind: 'hand-over', because: 'repeated-question' }
  const best = matcher(question)[0]
  if (best && best.score >= ANSWER_THRESHOLD) return { kind: 'answer', entry: best.entry, score: best.score }
  return { kind: 'hand-over', because: 'no-confident-answer' }
}

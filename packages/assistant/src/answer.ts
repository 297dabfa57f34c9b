import type { FaqEntry } from '@suixing/contracts'
import { ANSWER_THRESHOLD } from './matcher'
import type { Matcher } from './matcher'
import { redFlags } from './red-flag'

/** What the assistant does with a question. It never writes text of its own: it gives a reviewed answer or a person. */
export type AssistantMove =
  | { readonly kind: 'answer'; readonly entry: FaqEntry; readonly score: number }
  | { readonly kind: 'hand-over'; readonly because: 'asked-for-person' | 'no-confident-answer' }
  | { readonly kind: 'red-flag'; readonly flags: readonly string[] }

const askedForPerson = /转人工|人工(客服|服务)?$|找(医生|护士|大夫|真人)|真人/

/** Decides on one message of a patient: red flags first, then the wish for a person, then the FAQ above its threshold. */
export function answer(question: string, matcher: Matcher): AssistantMove {
  const flags = redFlags(question)
  if (flags.length > 0) return { kind: 'red-flag', flags }
  if (askedForPerson.test(question.trim())) return { kind: 'hand-over', because: 'asked-for-person' }
  const best = matcher(question)[0]
  if (best && best.score >= ANSWER_THRESHOLD) return { kind: 'answer', entry: best.entry, score: best.score }
  return { kind: 'hand-over', because: 'no-confident-answer' }
}

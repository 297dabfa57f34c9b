import type { Instant } from '@suixing/contracts'
import { ANSWER_THRESHOLD } from './matcher'
import type { Matcher } from './matcher'
import { canonical } from './normalise'

/** A question of this patient that the assistant answered. */
export interface EarlierAnswer {
  /** The question as it was written. */
  readonly text: string
  /** When it was answered. */
  readonly at: Instant
  /** The FAQ entry it was answered with; null when something else was said. */
  readonly faqId: string | null
}

/** Asked again within so many minutes after the answer, a question shows that the answer did not help. */
export const REPEAT_WITHIN_MINUTES = 30
/**
 * From this likeness two wordings are one question: Dice coefficient (Dice 1945) over the character bigrams of the canonical wordings.
 * At 0.8 a changed particle still is the same question, another meal or another food is not; see the tests.
 */
export const SAME_QUESTION = 0.8

/**
 * Whether a question was answered within the last half hour: both found the same FAQ entry or, where
 * one of them found none, they are worded alike with the same numbers.
 * An answer whose instant is a little ahead of `now` counts, for kf stamps whole seconds.
 */
export function isRepeated(
  question: string,
  earlier: readonly EarlierAnswer[],
  now: Instant,
  matcher: Matcher,
): boolean {
  const lately = earlier.filter(({ at }) => Date.parse(now) - Date.parse(at) <= REPEAT_WITHIN_MINUTES * 60_000)
  if (lately.length === 0) return false
  const best = matcher(question)[0]
  const entryId = best && best.score >= ANSWER_THRESHOLD ? best.entry.id : null
  return lately.some(({ text, faqId }) =>
    entryId !== null && faqId !== null ? entryId === faqId : alike(question, text) >= SAME_QUESTION,
  )
}

/** Likeness of two wordings, 0–1; 0 when they name different numbers or one of them says nothing. */
export function alike(one: string, other: string): number {
  const [a, b] = [canonical(one), canonical(other)]
  if (a === '' || b === '' || numbersOf(a) !== numbersOf(b)) return 0
  if (a === b) return 1
  const [pairs, others] = [bigrams(a), bigrams(b)]
  const both = [...pairs].filter((pair) => others.has(pair)).length
  return (2 * both) / (pairs.size + others.size || 1)
}

const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')
function bigrams(text: string): Set<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

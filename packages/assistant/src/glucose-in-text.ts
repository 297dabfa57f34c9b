import { notAValue, spokenOf } from './glucose-context'
import { numbersIn } from './number-in-text'
import type { NumberInText } from './number-in-text'

/** A glucose value a patient wrote, when it is urgent. */
export interface GlucoseMention {
  /** `low`: < 3.0 mmol/L, < 54 mg/dL or LO. `high`: ≥ 16.7 mmol/L, ≥ 301 mg/dL or HI. */
  readonly level: 'low' | 'high'
  readonly evidence: string
}

/** Limits of the urgent class in each unit at its display precision. */
const LIMITS = { mmol: { lowBelow: 3.0, highFrom: 16.7 }, mg: { lowBelow: 54, highFrom: 301 } } as const
/** No meter shows more than 33.3 mmol/L, so a plain number above is mg/dL. */
const HIGHEST_MMOL = 33.3
const LOWEST = 0.3

const WORDS = /(?:血糖|测|显示|仪|屏)[^a-z]{0,8}(?<![a-z])(lo|low|l0|hi|high)(?![a-z])/
/** A message of nothing else: in capitals, as a meter shows it, for 「hi」 is also a greeting. */
const ALONE = /^(lo|LO|Lo|HI)[!。.]*$/

/** Urgent glucose values in a text as `plainText` writes it (`written`: before that). Numbers that are no glucose (pressure, doses, dates, HbA1c) are left out. */
export function glucoseIn(plain: string, written: string): GlucoseMention[] {
  const text = notAValue(plain)
  const mentions = numbersIn(text).flatMap((number): GlucoseMention[] => {
    const spoken = spokenOf(text, number)
    const level = spoken && levelOf(number, spoken.unit, spoken.compared)
    return level ? [{ level, evidence: plain.slice(spoken.start, spoken.end) }] : []
  })
  const word = WORDS.exec(plain) ?? ALONE.exec(written)
  if (word) mentions.push({ level: /^l/i.test(word[1] ?? '') ? 'low' : 'high', evidence: word[0] })
  return mentions
}

function levelOf(
  { from, to, decimals }: NumberInText,
  unit: 'mmol' | 'mg' | null,
  compared: 'below' | 'above' | null,
): GlucoseMention['level'] | null {
  if (to < LOWEST) return null
  const { lowBelow, highFrom } = LIMITS[unit ?? (decimals === 0 && from > HIGHEST_MMOL ? 'mg' : 'mmol')]
  // 「低于3.0」 speaks of values below it, though 3.0 itself is not.
  if (from < lowBelow || (compared === 'below' && from <= lowBelow)) return compared === 'above' ? null : 'low'
  // What is known to a decimal counts by its highest value, 「十几」 only by its lowest.
  return (to - from < 1 ? to : from) >= highFrom && compared !== 'below' ? 'high' : null
}

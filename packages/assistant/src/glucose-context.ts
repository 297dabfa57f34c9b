import {
  ABOVE,
  BELOW,
  CHANGE,
  CONNECTED,
  COUNTED,
  GLUCOSE,
  LIKELY,
  OTHER,
  PERSON_BEFORE,
  PIECES,
  UNIT_MG,
  UNIT_MMOL,
} from './glucose-words'
import type { NumberInText } from './number-in-text'

/** Where a glucose value stands in the text, and how it is spoken of. */
export interface SpokenGlucose {
  readonly start: number
  readonly end: number
  readonly unit: 'mmol' | 'mg' | null
  readonly compared: 'below' | 'above' | null
}

const blank = (found: string): string => '_'.repeat(found.length)

/** Dates, times of day, pressures (but not 「血糖6/18」), phone numbers and percentages blanked out, the rest where it was. */
export const notAValue = (plain: string): string =>
  plain
    .replace(/\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?/g, blank)
    .replace(/[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号]?/g, blank)
    .replace(/(?<![\d.])\d{1,2}:\d{2}(:\d{2})?/g, blank)
    .replace(/(?<![\d.]|血糖:?|[餐饭]后:?|空腹:?)\d{1,3}\/\d{1,3}(?![\d.])/g, blank)
    .replace(/\d{3,4}-\d{6,8}|\d{7,}/g, blank)
    .replace(/百分之[零一二三四五六七八九十百点]+|\d+([.]\d+)?%/g, blank)

/** So far back is looked for what a number is. */
const NEAR = 20

/** How a number of the text is spoken of as glucose; null when it is not. */
export function spokenOf(text: string, number: NumberInText): SpokenGlucose | null {
  const { start, end, decimals } = number
  const before = text.slice(Math.max(0, start - NEAR), start)
  const after = text.slice(end).replace(/^ /, '')
  const isName = /[a-z]$/.test(before.replace(/(glu|bg)$/, ''))
  if (number.isWord || number.from >= 1000 || isName || CHANGE.test(before)) return null
  const label = labelBefore(before)
  const unit = UNIT_MMOL.test(after) ? 'mmol' : UNIT_MG.test(after) ? 'mg' : null
  if (label.kind === 'other' || (unit === null && (COUNTED.test(after) || isOrdinal(before, after, decimals))))
    return null
  if (unit === null && !isValue(text, number, label, after)) return null
  const unitText = unit === null ? '' : (/^ ?[a-z]+(\/d?l)?|^ ?[毫摩尔克每分升/]+/.exec(text.slice(end))?.[0] ?? '')
  return {
    start: start - label.distance - label.word.length,
    end: end + unitText.length,
    unit,
    compared: comparison(before, after),
  }
}

interface Label {
  readonly kind: 'glucose' | 'likely' | 'other' | 'none'
  readonly word: string
  /** Characters between the word and the number. */
  readonly distance: number
}

/** The nearest word before the number that says what it is; a verb or a moment only when nothing says more. */
function labelBefore(before: string): Label {
  const nearest = (kind: Label['kind'], words: RegExp): Label[] =>
    [...before.matchAll(words)].map(({ 0: word, index }) => ({
      kind,
      word,
      distance: before.length - index - word.length,
    }))
  const named = [...nearest('glucose', GLUCOSE), ...nearest('other', OTHER)].sort((a, b) => a.distance - b.distance)[0]
  const likely = nearest('likely', LIKELY).at(-1)
  // 「打了胰岛素，睡前测2.6」: once a new clause names a moment, what was named before it is over.
  const isNewClause =
    named?.kind === 'other' &&
    likely !== undefined &&
    /[,。;!?].*$/.test(before.slice(-named.distance, -likely.distance || undefined))
  if (named && !isNewClause) return named
  return likely ?? { kind: 'none', word: '', distance: 0 }
}

/** Whether a number without a unit is a glucose value, by the word before it or, with none, by what follows. */
function isValue(
  text: string,
  { start, end, decimals, maybeHour, from }: NumberInText,
  label: Label,
  after: string,
): boolean {
  if (label.kind === 'none') {
    const alone = start === 0 && /^[。.!~]*$/.test(text.slice(end)) && decimals === 1
    return alone || namedAfter(after, decimals)
  }
  // A clock of 「三点几」 or a date of 「11.22」 stands further away from the word.
  if ((maybeHour || decimals > 1) && label.distance > 4) return false
  if (decimals > 0) return !maybeHour || label.kind === 'glucose'
  const isHours = from <= 3 && label.distance === 0 && /后$/.test(label.word)
  const between = text.slice(start - label.distance, start)
  if (isHours || PIECES.test(after) || PERSON_BEFORE.test(between)) return false
  // 17 to 33 is what a meter shows when it is urgent; small and large whole numbers count or price many other things.
  const isMeterLike = from >= 16 && from <= 33
  if (label.kind === 'likely') return isMeterLike && label.word === '测' && label.distance <= 3
  return isMeterLike || CONNECTED.test(between)
}

/** 「1.空腹6.8 2.餐后9.0」: the number of a line, not a value. */
const isOrdinal = (before: string, after: string, decimals: number): boolean =>
  decimals === 0 && /^[.、)]\p{Script=Han}/u.test(after) && /(^|[\d,。;!?. ])$/.test(before)

/** 「2.6的血糖」「18.5,餐后两小时」: the word comes after, and has no number of its own. */
const namedAfter = (after: string, decimals: number): boolean =>
  /^的血糖/.test(after) ||
  (decimals === 1 && /^.{0,4}(血糖|空腹|[餐饭][前后])(?!.{0,3}\d(?!\d*个?(小时|h)))/.test(after))

function comparison(before: string, after: string): SpokenGlucose['compared'] {
  if (BELOW.test(before) || /^(mmol(\/l)?)?(以下|之下)/.test(after)) return 'below'
  return ABOVE.test(before) || /^(mmol(\/l)?)?(以上|之上)/.test(after) ? 'above' : null
}

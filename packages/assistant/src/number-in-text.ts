/** A number as it stands in a sentence. */
export interface NumberInText {
  readonly start: number
  readonly end: number
  /** Lowest and highest value it can mean: 「十八点几」 is 18.0–18.9, 「20多」 20.1–29.9. */
  readonly from: number
  readonly to: number
  /** Digits after the decimal point; 0 for a whole number. */
  readonly decimals: number
  /** A whole number below ten in Chinese is a word more often than a value (「一直」「两次」). */
  readonly isWord: boolean
  /** 「三点几」「三点多」 is the hour more often than a value. */
  readonly maybeHour: boolean
}

const digit = '零〇一二两三四五六七八九'
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九']
    .map((character, value) => [character, value])
    .concat([
      ['〇', 0],
      ['两', 2],
    ]),
)
/** 「二点八」「2点8」, but not 「两点十分」「两点半」「2点30」「一点一点」: those are hours, or a little. */
const POINT = `点(?:[${digit}]{1,2}(?![${digit}十百分刻点半])|\\d(?![\\d.分刻点半])|[几多])`
const NUMBER = new RegExp(`\\d+(?:[.。·]\\d+|[.。·]?几|${POINT})?多?|[${digit}十百]+(?:${POINT}|[几多])?`, 'g')

/** Every number of a text in half width: digits, a decimal point as people type it (. 。 · 点), Chinese numerals. */
export function numbersIn(text: string): NumberInText[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const written = match[0]
    const [whole = '', fraction = ''] = written.replace(/[几多]+$/, '').split(/[.。·点]/)
    const vague = /[几多]$/.test(written)
    const isChinese = !/\d/.test(whole)
    const base = isChinese ? chineseWhole(whole) : Number(whole)
    const part = [...fraction].map((character) => DIGITS[character] ?? character).join('')
    const point = /[.。·点]/.test(written)
    const exact = part === '' ? base : Number(`${base}.${part}`)
    const from = vague && !point ? exact + (base < 100 ? 0.1 : 1) : exact
    return {
      start: match.index,
      end: match.index + written.length,
      from,
      to: vague ? exact + spread(base, point) : exact + (TWO_ONES.test(whole) ? 0.9 : 0),
      decimals: point ? Math.max(1, part.length) : 0,
      isWord: isChinese && !point && base < 10,
      maybeHour: /点[几多]$/.test(written),
    }
  })
}

/** 「十六七」: sixteen or seventeen. */
const TWO_ONES = new RegExp(`十[${digit}]{2}$`)

/** How far 「多」「几」 reach: to the next whole number, ten or hundred. */
function spread(base: number, point: boolean): number {
  if (point || base % 10 !== 0) return 0.9
  return base >= 100 && base % 100 === 0 ? 99.9 : 9.9
}

/** 「十八」 18, 「二十」 20, 「三百二」 320, 「三百零五」 305, 「一八」 18. */
function chineseWhole(text: string): number {
  const valueOf = (part: string): number => Number([...part].map((character) => DIGITS[character] ?? 0).join('') || 0)
  const [hundreds, rest] = text.includes('百') ? (text.split('百') as [string, string]) : ['', text]
  const above = text.includes('百') ? (hundreds === '' ? 1 : valueOf(hundreds)) * 100 : 0
  if (rest.includes('十')) {
    // 「十七八」 and 「二三十」 name two neighbours: the lower one counts.
    const [tens = '', ones = ''] = rest.replace(/^零/, '').split('十')
    return above + (tens === '' ? 1 : valueOf(tens.slice(0, 1))) * 10 + valueOf(ones.slice(0, 1))
  }
  const shortTens = above > 0 && rest.length === 1
  return above + valueOf(rest) * (shortTens ? 10 : 1)
}

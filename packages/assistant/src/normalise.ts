/** One way to write a question: full width to half width, lower case, punctuation and spaces out, numbers in digits. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[一二两三四五六七八九](?=\s*(小时|个小时|点|次|天|周|个月))/g, (digit) => digits[digit] ?? digit)
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')
    .replace(/请问|你好|您好|医生|大夫|那个|一下|吗|呢|啊|呀|吧|了/g, '')
}
const digits: Record<string, string> = {
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** Words of one meaning; written in the left form before anything is compared. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/饭后|吃完饭|进餐后|用餐后|食后/g, '餐后'],
  [/饭前|进餐前|用餐前/g, '餐前'],
  [/早上空肚子|空肚子|早晨起来/g, '空腹'],
  [/糖化血红蛋白|hba1c/g, '糖化'],
  [/合适|合理|正常范围|达标|标准/g, '正常'],
  [/多高|几个|多大/g, '多少'],
  [/可不可以|能不能|可以/g, '能'],
]

/** The normalised question with synonyms written alike. */
export const canonical = (text: string): string =>
  synonyms.reduce((current, [pattern, word]) => current.replace(pattern, word), normalise(text))

/** A template value that WeChat would refuse with 47003. */
export type SubscribeValueProblem = { hint: string }

const day = String.raw`\d{4}年(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\d|3[01])日`
const hours = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`
const range = (one: string) => new RegExp(`^${one}(?: ?~ ?${one})?$`)
/** Characters as a person counts them; a pair of surrogates counts twice, which is the careful side. */
const upTo = (most: number) => (value: string) => value.length <= most
const like = (pattern: RegExp) => (value: string) => pattern.test(value)

const rules: Record<string, { fits: (value: string) => boolean; hint: string }> = {
  thing: { fits: upTo(20), hint: 'at most 20 characters' },
  number: { fits: (value) => value.length <= 32 && /^\d+(?:\.\d+)?$/.test(value), hint: 'at most 32 digits' },
  letter: { fits: like(/^[A-Za-z]{1,32}$/), hint: 'at most 32 letters' },
  symbol: { fits: like(/^[^\p{L}\p{N}\s]{1,5}$/u), hint: 'at most 5 symbols' },
  character_string: { fits: like(/^[\x20-\x7e]{1,32}$/), hint: 'at most 32 digits, letters or symbols' },
  time: { fits: like(range(`(?:${day} ?)?${hours}`)), hint: 'as 15:01 or 2026年1月2日 15:01, ranges with ~' },
  date: { fits: like(range(`${day}(?: ?${hours})?`)), hint: 'as 2026年1月2日, ranges with ~' },
  amount: {
    fits: like(/^[^\d\s\p{L}]?(?=(?:\d\.?){1,10}元?$)\d+(?:\.\d+)?元?$/u),
    hint: 'a currency sign and at most 10 digits, may end in 元',
  },
  phone_number: { fits: like(/^[\d+\- ()]{1,17}$/), hint: 'at most 17 digits or signs' },
  car_number: { fits: upTo(8), hint: 'at most 8 characters' },
  name: { fits: like(/^(?:[\p{Script=Han}·]{1,10}|[A-Za-z .'-]{1,20})$/u), hint: 'at most 10 汉字 or 20 letters' },
  phrase: { fits: like(/^\p{Script=Han}{1,5}$/u), hint: 'at most 5 汉字' },
  enum: { fits: () => true, hint: 'one of the template' },
}

/**
 * Checks one value of a subscribe message; the name of its key (`thing1`, `time2`) tells its type.
 * @returns undefined when WeChat will take it
 */
export function subscribeValueProblem(key: string, value: string): SubscribeValueProblem | undefined {
  const type = /^([a-z_]+?)\d+$/.exec(key)?.[1] ?? ''
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined
  if (!rule) return { hint: 'a key such as thing1' }
  if (value.trim() === '') return { hint: 'must not be empty' }
  if (/[\n\r\0]/.test(value)) return { hint: 'one line' }
  return rule.fits(value) ? undefined : { hint: rule.hint }
}

import { VendorError } from '../vendor/vendor-error'

const length = (text: string): number => [...text].length

const rules: Record<string, (value: string) => boolean> = {
  thing: (value) => length(value) <= 20,
  number: (value) => /^-?[\d.]{1,32}$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => length(value) <= 5,
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => /\d{1,2}:\d{2}/.test(value) || /^\d{4}[-年/.]\d{1,2}/.test(value),
  date: (value) => /^\d{4}[-年/.]\d{1,2}([-月/.]\d{1,2})?/.test(value),
  amount: (value) => /^[¥￥$]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => length(value) <= 17 && /^[\d+\-() ]+$/.test(value),
  car_number: (value) => length(value) <= 8,
  name: (value) => (/^[\x20-\x7e]+$/.test(value) ? length(value) <= 20 : length(value) <= 10),
  phrase: (value) => length(value) <= 5 && /^\p{Script=Han}+$/u.test(value),
}

/** Whether a value fits the type its key is prefixed with (`thing1`, `time2` …); 47003 naming the field. */
export function checkTemplateValue(key: string, value: string): void {
  const rule = rules[key.replace(/\d+$/, '')]
  if (rule !== undefined && !rule(value)) throw new VendorError(47003, `data.${key}.value invalid`)
}

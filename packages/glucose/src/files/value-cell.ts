/** What a value cell says: an amount, a word of the device, or why it cannot be read. */
export type ValueCell =
  | { readonly kind: 'number'; readonly amount: number }
  | { readonly kind: 'HI' }
  | { readonly kind: 'LO' }
  | { readonly kind: 'unreadable'; readonly code: 'value-missing' | 'value-unreadable' }

const hi = /^(hi|high|高|过高|超高|>\s*\d+(\.\d+)?)$/
const lo = /^(lo|low|低|过低|超低|<\s*\d+(\.\d+)?)$/

/**
 * Reads one value cell. A device that writes `High`, `高` or `>33.3` says HI, and `Low`, `低` or `<1.1` says LO.
 * A comma is a decimal comma: no glucose value has thousands.
 */
export function readValueCell(cell: string): ValueCell {
  const text = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*(mg\/dl|mmol\/l)$/, '')
    .trim()
  if (text === '') return { kind: 'unreadable', code: 'value-missing' }
  if (hi.test(text)) return { kind: 'HI' }
  if (lo.test(text)) return { kind: 'LO' }
  const amount = /^\d{1,4}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN
  return Number.isFinite(amount) ? { kind: 'number', amount } : { kind: 'unreadable', code: 'value-unreadable' }
}

import type { GlucoseUnit } from '../glucose-unit'

/** A header in one spelling: lower case, half-width, single spaces instead of underscores, hyphens and line breaks. */
export function headerKey(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
}

/** The unit a header or a unit cell names, in any of the spellings seen in exports. */
export function unitNamed(cell: string): GlucoseUnit | undefined {
  const key = headerKey(cell)
  if (/mmol|毫摩/.test(key)) return 'mmol/L'
  return /mg ?[/ ]? ?d(l|$)|mgdl|毫克/.test(key) ? 'mg/dL' : undefined
}

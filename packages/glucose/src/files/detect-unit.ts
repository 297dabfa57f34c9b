import type { GlucoseUnit } from '../glucose-unit'

/** Amounts no meter or sensor gives as a number; such rows are rejected. */
export const plausibleAmounts: Readonly<Record<GlucoseUnit, { readonly from: number; readonly to: number }>> = {
  'mmol/L': { from: 0.3, to: 60 },
  'mg/dL': { from: 5, to: 1100 },
}

/**
 * The unit a column of amounts is in, only where it is clear: a median above 40 cannot be mmol/L (a meter ends at 33.3)
 * and a median below 25 cannot be mg/dL over a series. Between them, with few values or with amounts on both sides of
 * what mmol/L can be, nothing is said and a person is asked.
 */
export function unitOfAmounts(amounts: readonly number[]): GlucoseUnit | undefined {
  if (amounts.length < 3) return undefined
  const sorted = [...amounts].sort((a, b) => a - b)
  const at = (fraction: number) => sorted[Math.floor((sorted.length - 1) * fraction)] ?? NaN
  if (at(0.5) > 40 && at(0.05) >= 20) return 'mg/dL'
  if (at(0.5) < 25 && at(0.95) <= 34) return 'mmol/L'
  return undefined
}

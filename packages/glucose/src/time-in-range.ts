import { classify, glucoseLevels, type GlucoseLevel } from './classify'
import type { GlucoseValue } from './glucose-value'
import { defaultThresholds, type GlucoseThresholds } from './thresholds'

export interface TimeInRange {
  readonly n: number
  readonly counts: Readonly<Record<GlucoseLevel, number>>
  /** Fractions of n that sum to exactly 1 in any order of addition; nothing to share out gives null. */
  readonly shares: Readonly<Record<GlucoseLevel, number>> | null
}

/**
 * Counts and shares of the five levels over readings; HI counts as very high and LO as very low.
 * At a constant cadence the share of readings is the share of time (Battelino 2019, doi:10.2337/dci19-0028).
 */
export function timeInRange(
  values: readonly GlucoseValue[],
  thresholds: GlucoseThresholds = defaultThresholds,
): TimeInRange {
  const counts = { veryLow: 0, low: 0, inRange: 0, high: 0, veryHigh: 0 }
  for (const value of values) counts[classify(value, thresholds).level] += 1
  return { n: values.length, counts, shares: values.length === 0 ? null : exactShares(counts) }
}

/**
 * Whole percentages (or tenths, with one decimal) that sum to 100, by the largest remainder; ties go to the lower level.
 * Only for display: a level with few readings may show 0, so a screen tells it by its count.
 */
export function displayPercents(
  counts: Readonly<Record<GlucoseLevel, number>>,
  decimals: 0 | 1 = 0,
): Readonly<Record<GlucoseLevel, number>> | null {
  const n = total(counts)
  if (n === 0) return null
  const units = 100 * 10 ** decimals
  const parts = mapLevels((level) => Math.floor((counts[level] * units) / n))
  const remainder = (level: GlucoseLevel) => (counts[level] * units) % n
  let left = units - total(parts)
  for (const level of [...glucoseLevels].sort((a, b) => remainder(b) - remainder(a))) if (left-- > 0) parts[level] += 1
  return mapLevels((level) => parts[level] / 10 ** decimals)
}

// Multiples of 2^-50 add without rounding, so the sum is 1 and not 0.9999999999999999; the error is below 10^-14.
const grain = 2 ** 50

function exactShares(counts: Readonly<Record<GlucoseLevel, number>>): Readonly<Record<GlucoseLevel, number>> {
  const n = total(counts)
  const parts = mapLevels((level) => Math.floor((counts[level] / n) * grain))
  const largest = glucoseLevels.reduce((a, b) => (counts[b] > counts[a] ? b : a))
  parts[largest] += grain - total(parts)
  return mapLevels((level) => parts[level] / grain)
}

function total(of: Readonly<Record<GlucoseLevel, number>>): number {
  return glucoseLevels.reduce((sum, level) => sum + of[level], 0)
}

function mapLevels(of: (level: GlucoseLevel) => number): Record<GlucoseLevel, number> {
  return { veryLow: of('veryLow'), low: of('low'), inRange: of('inRange'), high: of('high'), veryHigh: of('veryHigh') }
}

import type { GlucoseUnit } from './glucose-unit'
import { rankIn, type GlucoseValue } from './glucose-value'
import { quantile, type RankedPoint } from './order-statistics'

/** A value on one of the patient's local calendar days, `YYYY-MM-DD`. */
export interface DatedValue {
  readonly localDay: string
  readonly value: GlucoseValue
}

export interface MedianPoint {
  readonly localDay: string
  readonly median: RankedPoint
  /** Readings the median rests on. */
  readonly n: number
}

const dayMs = 86_400_000

/**
 * The calm line through a patient's dots: for every day that has readings, the median of that day, the day before and
 * the day after, in the given unit. Days without readings get no point, so a line can break there. HI and LO take part
 * as the highest and lowest ranks.
 */
export function medianTrend(values: readonly DatedValue[], unit: GlucoseUnit): readonly MedianPoint[] {
  const byDay = new Map<number, number[]>()
  for (const { localDay, value } of values) {
    const day = Date.parse(`${localDay}T00:00:00Z`) / dayMs
    const ranks = byDay.get(day) ?? []
    ranks.push(rankIn(value, unit))
    byDay.set(day, ranks)
  }
  return [...byDay.keys()]
    .sort((a, b) => a - b)
    .flatMap((day) => {
      const ranks = [day - 1, day, day + 1].flatMap((near) => byDay.get(near) ?? []).sort((a, b) => a - b)
      const median = quantile(ranks, 0.5)
      const localDay = new Date(day * dayMs).toISOString().slice(0, 10)
      return median === undefined ? [] : [{ localDay, median, n: ranks.length }]
    })
}

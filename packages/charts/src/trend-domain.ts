import type { GlucoseLimits } from '@suixing/glucose'

/**
 * What the y axis spans, from the data and the limits: the target band always with some air, and every amount. The air
 * is a tenth of the band, so that a week of steady values does not look like a storm.
 */
export function trendDomain(amounts: readonly number[], limits: GlucoseLimits): readonly [number, number] {
  const air = (limits.highAbove - limits.lowBelow) * 0.1
  let [low, high] = [limits.lowBelow - air, limits.highAbove + air]
  for (const amount of amounts) {
    low = Math.min(low, amount)
    high = Math.max(high, amount)
  }
  return [low, high]
}

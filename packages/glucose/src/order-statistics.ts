/** A point of an order statistic: an amount, or the word of the device where the statistic falls beyond its range. */
export type RankedPoint = number | 'HI' | 'LO'

/**
 * Quantile by linear interpolation between closest ranks (Hyndman & Fan type 7, the default of R and NumPy).
 * `ranks` are ascending amounts with LO as -Infinity and HI as Infinity; a quantile that would have to interpolate
 * with HI or LO is that word, never an invented number. Empty ranks give undefined.
 */
export function quantile(ranks: readonly number[], fraction: number): RankedPoint | undefined {
  if (ranks.length === 0) return undefined
  const position = (ranks.length - 1) * fraction
  const below = ranks[Math.floor(position)] ?? NaN
  const above = ranks[Math.ceil(position)] ?? NaN
  const weight = position - Math.floor(position)
  if (weight === 0) return asPoint(below)
  if (below === -Infinity) return 'LO'
  if (above === Infinity) return 'HI'
  return below + (above - below) * weight
}

function asPoint(rank: number): RankedPoint {
  if (rank === Infinity) return 'HI'
  return rank === -Infinity ? 'LO' : rank
}

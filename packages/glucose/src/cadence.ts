/**
 * The usual distance between readings in whole minutes: the median of the gaps between consecutive distinct instants.
 * Instants are milliseconds since 1970, ascending. Fewer than two distinct instants have no cadence.
 */
export function cadenceMinutes(instants: readonly number[]): number | null {
  const gaps: number[] = []
  for (let i = 1; i < instants.length; i += 1) {
    const gap = (instants[i] ?? 0) - (instants[i - 1] ?? 0)
    if (gap > 0) gaps.push(gap)
  }
  if (gaps.length === 0) return null
  gaps.sort((a, b) => a - b)
  const middle = gaps[Math.floor((gaps.length - 1) / 2)] ?? 0
  return Math.max(1, Math.round(middle / 60_000))
}

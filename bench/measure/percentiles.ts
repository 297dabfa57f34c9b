export interface Distribution {
  readonly count: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** Nearest-rank percentile of sorted samples, exact: the smallest sample that at least `share` (0…1] of all do not exceed. NaN of none. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** Exact percentiles of all samples, in the samples' unit, rounded to hundredths. */
export function distribution(samples: readonly number[]): Distribution {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number): number => hundredths(percentile(sorted, share))
  return { count: sorted.length, p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export const hundredths = (value: number): number => Math.round(value * 100) / 100

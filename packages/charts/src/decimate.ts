/** One point of a dense series: its place in time and its amount. */
export interface SeriesPoint {
  readonly at: number
  readonly amount: number
}

/**
 * At most `limit` points of a series in time order, such that no peak or dip is lost: the first, the last, and the
 * lowest and highest of each bucket of time. A series within the limit is returned as it is. Limits below 4 are a
 * RangeError, since four points are the least that keep ends and extremes.
 */
export function decimate<P extends SeriesPoint>(points: readonly P[], limit: number): readonly P[] {
  if (limit < 4) throw new RangeError(`limit must be at least 4, not ${limit}`)
  const first = points[0]
  const last = points[points.length - 1]
  if (points.length <= limit || !first || !last) return points
  const buckets = Math.floor((limit - 2) / 2)
  const width = (last.at - first.at) / buckets || 1
  const kept = new Set<P>([first, last])
  let bucket: P[] = []
  let current = 0
  const keep = () => {
    const lowest = bucket.reduce<P | undefined>((a, b) => (a && a.amount <= b.amount ? a : b), undefined)
    const highest = bucket.reduce<P | undefined>((a, b) => (a && a.amount >= b.amount ? a : b), undefined)
    if (lowest) kept.add(lowest)
    if (highest) kept.add(highest)
    bucket = []
  }
  for (const point of points) {
    const index = Math.min(buckets - 1, Math.floor((point.at - first.at) / width))
    if (index !== current) keep()
    current = index
    bucket.push(point)
  }
  keep()
  return points.filter((point) => kept.has(point))
}

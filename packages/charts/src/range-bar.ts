import { displayPercents, glucoseLevels, type GlucoseLevel } from '@suixing/glucose'
import type { Drawing, RectMark } from './marks'

export interface RangeBarInput {
  readonly width: number
  readonly height: number
  /** Readings of each level. */
  readonly counts: Readonly<Record<GlucoseLevel, number>>
  readonly gap?: number
  /** Least width of a level that has any reading, so that a single low is never invisible. */
  readonly minWidth?: number
}

/** A segment of the bar, lowest level first; levels without readings have none. */
export interface RangeSegment {
  readonly level: GlucoseLevel
  readonly x: number
  readonly width: number
  readonly count: number
  /** Whole percent by largest remainder; all levels of the bar sum to 100. */
  readonly percent: number
}

/** Segments with gaps that fill the width; what small ones are given to be seen is taken from the larger ones. */
export function rangeBar(input: RangeBarInput): Drawing & { readonly segments: readonly RangeSegment[] } {
  const { width, height, counts, gap = 2, minWidth = 4 } = input
  const percents = displayPercents(counts)
  const levels = glucoseLevels.filter((level) => counts[level] > 0)
  const room = Math.max(0, width - gap * (levels.length - 1))
  const widths = shareOut(
    levels.map((level) => counts[level]),
    room,
    minWidth,
  )
  let x = 0
  const segments = levels.map((level, i): RangeSegment => {
    const segment = { level, x, width: widths[i] ?? 0, count: counts[level], percent: percents?.[level] ?? 0 }
    x += segment.width + gap
    return segment
  })
  const radius = Math.min(3, height / 2)
  const marks = segments.map((segment): RectMark => ({
    kind: 'rect',
    role: `range-${segment.level}`,
    x: segment.x,
    y: 0,
    width: segment.width,
    height,
    radius,
  }))
  return { width, height, marks, segments }
}

function shareOut(counts: readonly number[], room: number, least: number): readonly number[] {
  const floor = Math.min(least, room / Math.max(1, counts.length))
  const small = new Set<number>()
  for (;;) {
    const rest = counts.reduce((sum, count, i) => (small.has(i) ? sum : sum + count), 0)
    const free = room - small.size * floor
    const widths = counts.map((count, i) => (small.has(i) ? floor : (count / rest) * free))
    const thin = widths.findIndex((width, i) => !small.has(i) && width < floor)
    if (thin < 0) return widths
    small.add(thin)
  }
}

import { decimate } from './decimate'
import { levelMarks } from './level-mark'
import type { Mark } from './marks'
import type { PlacedReading } from './meter-marks'

export interface SensorMarksInput {
  readonly points: readonly PlacedReading[]
  /** Readings further apart are not joined. */
  readonly gapMinutes: number
  /** Most points of all lines together, at least 4. */
  readonly maxPoints: number
  readonly radius: number
}

/**
 * A sensor's series as lines broken at gaps, with one mark at the peak or dip of each excursion from the target. A
 * reading alone between two gaps is a dot.
 */
export function sensorMarks({ points, gapMinutes, maxPoints, radius }: SensorMarksInput): readonly Mark[] {
  const numbered = withRuns(points, gapMinutes * 60_000)
  const kept = decimate(numbered, maxPoints)
  const lines = split(kept, (a, b) => a.run !== b.run).map((run): Mark => {
    const [only] = run
    if (run.length === 1 && only) return { kind: 'dot', role: 'trace', x: only.x, y: only.y, radius: 1.5, halo: 0 }
    return {
      kind: 'line',
      role: 'trace',
      points: run.map(({ x, y }) => [x, y] as const),
      width: 1.6,
      curve: 'straight',
    }
  })
  const excursions = split(kept, (a, b) => a.run !== b.run || sideOf(a) !== sideOf(b))
  const extremes = excursions.flatMap((excursion) => {
    const [first] = excursion
    const side = first ? sideOf(first) : 0
    if (!first || side === 0) return []
    const { x, y, level } = excursion.reduce((a, b) => (b.amount * side > a.amount * side ? b : a))
    return levelMarks([x, y], level, radius)
  })
  return [...lines, ...extremes]
}

/** 1 above the target, -1 below it, 0 within. */
function sideOf({ level }: PlacedReading): -1 | 0 | 1 {
  if (level === 'inRange') return 0
  return level === 'low' || level === 'veryLow' ? -1 : 1
}

function withRuns<P extends PlacedReading>(points: readonly P[], gap: number): readonly (P & { run: number })[] {
  let run = 0
  return points.map((point, i) => {
    const before = points[i - 1]
    if (before && point.at - before.at > gap) run += 1
    return { ...point, run }
  })
}

function split<P>(points: readonly P[], isBreak: (a: P, b: P) => boolean): readonly (readonly P[])[] {
  const parts: P[][] = []
  points.forEach((point, i) => {
    const before = points[i - 1]
    const part = parts[parts.length - 1]
    if (part && before !== undefined && !isBreak(before, point)) part.push(point)
    else parts.push([point])
  })
  return parts
}

import type { GlucoseLevel } from '@suixing/glucose'
import { levelMarks } from './level-mark'
import type { Mark } from './marks'

/** A reading at its place in the box. */
export interface PlacedReading {
  readonly at: number
  readonly amount: number
  readonly level: GlucoseLevel
  readonly x: number
  readonly y: number
}

/** One mark a measurement; readings out of range are painted last, so that none hides under a dot. */
export function meterMarks(readings: readonly PlacedReading[], radius: number): readonly Mark[] {
  const mark = ({ x, y, level }: PlacedReading) => levelMarks([x, y], level, radius)
  const inRange = readings.filter(({ level }) => level === 'inRange')
  return [...inRange, ...readings.filter(({ level }) => level !== 'inRange')].flatMap(mark)
}

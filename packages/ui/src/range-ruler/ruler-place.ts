import type { ReadingPoint } from '@suixing/contracts'
import { drawnMmolPerL } from '../level/glucose-text'

/** Widths in percent of the five segments, very low to very high. */
export const segmentWidths = [12, 11, 43, 19, 15] as const

/** Limits between the segments and the ends of the scale, mmol/L. */
export interface RulerLimits {
  readonly veryLowBelow: number
  readonly lowBelow: number
  readonly highAbove: number
  readonly veryHighAbove: number
}

/** Consensus limits (International Consensus on Time in Range 2019); a programme may bring others. */
export const usualLimits: RulerLimits = { veryLowBelow: 3.0, lowBelow: 3.9, highAbove: 10.0, veryHighAbove: 13.9 }

const scaleEnds = { least: 1.1, most: 22.2 }

/**
 * Place of a reading on the ruler, in percent of its width; inside the segment of its level, in proportion to the value,
 * so that rounding never moves the ring over a limit. HI and LO are not numbers: null.
 */
export const rulerPlace = (
  point: Pick<ReadingPoint, 'glucose' | 'level'>,
  limits: RulerLimits = usualLimits,
): number | null => {
  const value = drawnMmolPerL(point.glucose)
  if (value === null) return null
  const edges = [
    scaleEnds.least,
    limits.veryLowBelow,
    limits.lowBelow,
    limits.highAbove,
    limits.veryHighAbove,
    scaleEnds.most,
  ]
  const segment = ['veryLow', 'low', 'inRange', 'high', 'veryHigh'].indexOf(point.level)
  const from = edges[segment] ?? scaleEnds.least
  const to = edges[segment + 1] ?? scaleEnds.most
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)))
  const start = segmentWidths.slice(0, segment).reduce((sum, width) => sum + width, 0)
  return start + share * (segmentWidths[segment] ?? 0)
}

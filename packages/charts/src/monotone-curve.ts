import type { Point } from './marks'

/** A cubic Bézier piece that continues from the point before. */
export interface CurvePiece {
  readonly control1: Point
  readonly control2: Point
  readonly end: Point
}

/**
 * Pieces of a curve through all points that is monotone between each two (Fritsch & Carlson 1980,
 * doi:10.1137/0717021), so a drawn peak is never higher than the data. Points must have ascending x.
 */
export function monotoneCurve(points: readonly Point[]): readonly CurvePiece[] {
  const slopes = tangents(points)
  return points.slice(1).map(([x, y], i) => {
    const [x0, y0] = points[i] ?? [x, y]
    const third = (x - x0) / 3
    return {
      control1: [x0 + third, y0 + third * (slopes[i] ?? 0)],
      control2: [x - third, y - third * (slopes[i + 1] ?? 0)],
      end: [x, y],
    }
  })
}

function tangents(points: readonly Point[]): readonly number[] {
  const secants = points.slice(1).map(([x, y], i) => {
    const [x0, y0] = points[i] ?? [x, y]
    return x === x0 ? 0 : (y - y0) / (x - x0)
  })
  return points.map((_, i) => {
    const [before, after] = [secants[i - 1], secants[i]]
    if (before === undefined || after === undefined) return before ?? after ?? 0
    if (before * after <= 0) return 0
    // The harmonic mean stays within three times the flatter side, which is what keeps the curve monotone.
    return (2 * before * after) / (before + after)
  })
}

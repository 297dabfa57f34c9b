import type { GlucoseLevel } from '@suixing/glucose'
import type { DotMark, Point, TriangleMark } from './marks'

/** Shape of a level, so that colour never speaks alone: two ▼, ▼, ●, ▲, two ▲. */
export function levelMarks([x, y]: Point, level: GlucoseLevel, radius: number): readonly (DotMark | TriangleMark)[] {
  const role = `range-${level}` as const
  const halo = radius / 3
  if (level === 'inRange') return [{ kind: 'dot', role, x, y, radius, halo }]
  const size = radius * 2.2
  const direction = level === 'low' || level === 'veryLow' ? 'down' : 'up'
  const triangle = (dy: number): TriangleMark => ({ kind: 'triangle', role, x, y: y + dy, size, direction, halo })
  if (level === 'low' || level === 'high') return [triangle(0)]
  const half = size * 0.35
  // The one nearer the tip is painted last, so that both tips are seen.
  return direction === 'up' ? [triangle(half), triangle(-half)] : [triangle(-half), triangle(half)]
}

/** How far the marks of any level reach from their point. */
export function levelMarkReach(radius: number): number {
  return radius * 2.2 * 0.85 + radius / 3
}

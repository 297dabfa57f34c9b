import type { Point, TriangleMark } from './marks'

/** The three corners of a triangle mark, tip first. */
export function triangleCorners({ x, y, size, direction }: TriangleMark): readonly [Point, Point, Point] {
  const [half, sign] = [size / 2, direction === 'up' ? 1 : -1]
  return [
    [x, y - half * sign],
    [x + half, y + half * sign],
    [x - half, y + half * sign],
  ]
}

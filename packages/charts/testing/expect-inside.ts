import type { Drawing, Mark, Point } from '../src/marks'
import { triangleCorners } from '../src/triangle-corners'

/** Every coordinate a mark is drawn at, its extent included where that is exact. */
export function extentOf(mark: Mark): readonly Point[] {
  switch (mark.kind) {
    case 'line':
      return mark.points
    case 'area':
      return [...mark.upper, ...mark.lower]
    case 'rect':
      return [
        [mark.x, mark.y],
        [mark.x + mark.width, mark.y + mark.height],
      ]
    case 'dot':
    case 'ring':
      return [
        [mark.x - mark.radius, mark.y - mark.radius],
        [mark.x + mark.radius, mark.y + mark.radius],
      ]
    case 'triangle':
      return triangleCorners(mark)
    case 'text':
      return [
        [mark.x, mark.y],
        [mark.x, mark.y - mark.size * 0.72],
      ]
  }
}

/** Fails on NaN, on negative sizes and on anything outside the box. */
export function expectInside({ width, height, marks }: Drawing): void {
  for (const mark of marks) {
    for (const [x, y] of extentOf(mark)) {
      const place = JSON.stringify({ kind: mark.kind, role: mark.role, x, y })
      if (!(x >= -0.01 && x <= width + 0.01 && y >= -0.01 && y <= height + 0.01)) throw new Error(`outside: ${place}`)
    }
    if (mark.kind === 'rect' && (mark.width < 0 || mark.height < 0)) throw new Error('negative rectangle')
    if (mark.kind === 'line') {
      mark.points.forEach(([x], i) => {
        if (x < (mark.points[i - 1]?.[0] ?? -Infinity)) throw new Error('a line goes back')
      })
    }
  }
}

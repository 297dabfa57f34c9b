import fc from 'fast-check'
import { monotoneCurve } from './monotone-curve'
import type { Point } from './marks'

test('two points are joined by a straight piece', () => {
  expect(
    monotoneCurve([
      [0, 0],
      [3, 6],
    ]),
  ).toEqual([{ control1: [1, 2], control2: [2, 4], end: [3, 6] }])
})

test('no points and one point have no pieces', () => {
  expect(monotoneCurve([])).toEqual([])
  expect(monotoneCurve([[1, 1]])).toEqual([])
})

test('control points never leave the box of their two ends, so a peak is never drawn higher than it was', () => {
  const points = fc
    .array(fc.record({ step: fc.integer({ min: 1, max: 20 }), y: fc.integer({ min: 0, max: 100 }) }), {
      minLength: 2,
      maxLength: 30,
    })
    .map((steps) => {
      let x = 0
      return steps.map(({ step, y }): Point => [(x += step), y])
    })
  fc.assert(
    fc.property(points, (given) => {
      monotoneCurve(given).forEach(({ control1, control2, end }, i) => {
        const start = given[i] ?? end
        const [low, high] = [Math.min(start[1], end[1]), Math.max(start[1], end[1])]
        for (const [x, y] of [control1, control2]) {
          expect(x).toBeGreaterThanOrEqual(start[0])
          expect(x).toBeLessThanOrEqual(end[0])
          expect(y).toBeGreaterThanOrEqual(low - 1e-9)
          expect(y).toBeLessThanOrEqual(high + 1e-9)
        }
      })
    }),
  )
})

import fc from 'fast-check'
import { decimate } from './decimate'

const series = fc
  .uniqueArray(fc.record({ at: fc.nat(1_000_000), amount: fc.double({ min: 1, max: 33, noNaN: true }) }), {
    selector: ({ at }) => at,
    maxLength: 300,
  })
  .map((points) => points.sort((a, b) => a.at - b.at))

test('never more than the limit, in order, with ends and extremes kept', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 4, max: 100 }), (points, limit) => {
      const kept = decimate(points, limit)
      expect(kept.length).toBeLessThanOrEqual(Math.max(limit, 0))
      expect(points).toEqual(expect.arrayContaining([...kept]))
      expect([...kept].sort((a, b) => a.at - b.at)).toEqual(kept)
      const amounts = (of: readonly { amount: number }[]) => of.map(({ amount }) => amount)
      expect(Math.max(...amounts(kept))).toBe(Math.max(...amounts(points)))
      expect(Math.min(...amounts(kept))).toBe(Math.min(...amounts(points)))
      expect([kept[0], kept[kept.length - 1]]).toEqual([points[0], points[points.length - 1]])
    }),
  )
})

test('a series within the limit is itself', () => {
  const points = [1, 2, 3, 4].map((at) => ({ at, amount: at }))
  expect(decimate(points, 4)).toBe(points)
  expect(decimate([], 4)).toEqual([])
})

test('fewer than four points cannot keep what matters', () => {
  expect(() => decimate([], 3)).toThrow(RangeError)
})

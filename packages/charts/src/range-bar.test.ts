import { glucoseLevels } from '@suixing/glucose'
import fc from 'fast-check'
import { expectInside } from '../testing/expect-inside'
import { rangeBar } from './range-bar'

const counts = (veryLow: number, low: number, inRange: number, high: number, veryHigh: number) => ({
  veryLow,
  low,
  inRange,
  high,
  veryHigh,
})

test('segments from low to high with a gap between, none for an empty level', () => {
  const { segments, marks } = rangeBar({ width: 310, height: 12, counts: counts(0, 1, 40, 3, 1), gap: 2, minWidth: 4 })
  expect(segments.map(({ level, percent }) => [level, percent])).toEqual([
    ['low', 2],
    ['inRange', 89],
    ['high', 7],
    ['veryHigh', 2],
  ])
  expect(marks.map(({ role }) => role)).toEqual(['range-low', 'range-inRange', 'range-high', 'range-veryHigh'])
})

test('one low among thousands is seen', () => {
  const [low, rest] = rangeBar({
    width: 100,
    height: 12,
    counts: counts(0, 1, 9999, 0, 0),
    gap: 2,
    minWidth: 4,
  }).segments
  expect(low).toMatchObject({ x: 0, width: 4, percent: 0, count: 1 })
  expect(rest).toMatchObject({ x: 6, width: 94, percent: 100 })
})

test('no readings, no segments', () => {
  expect(rangeBar({ width: 100, height: 12, counts: counts(0, 0, 0, 0, 0) })).toMatchObject({ segments: [], marks: [] })
})

test('segments fill the width, in order, none below the least width', () => {
  const anyCounts = fc.record({
    veryLow: fc.nat(5000),
    low: fc.nat(5000),
    inRange: fc.nat(5000),
    high: fc.nat(5000),
    veryHigh: fc.nat(5000),
  })
  fc.assert(
    fc.property(anyCounts, fc.integer({ min: 40, max: 600 }), (given, width) => {
      const bar = rangeBar({ width, height: 12, counts: given })
      expectInside(bar)
      const levels = glucoseLevels.filter((level) => given[level] > 0)
      expect(bar.segments.map(({ level }) => level)).toEqual(levels)
      if (levels.length === 0) return
      const used = bar.segments.reduce((sum, segment) => sum + segment.width, 0) + 2 * (levels.length - 1)
      expect(used).toBeCloseTo(width, 6)
      expect(bar.segments.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
      for (const segment of bar.segments) expect(segment.width).toBeGreaterThanOrEqual(4 - 1e-9)
    }),
  )
})

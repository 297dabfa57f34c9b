import * as fc from 'fast-check'
import { distribution, percentile } from './percentiles'

const oneToHundred = Array.from({ length: 100 }, (_, at) => at + 1)

it('takes the nearest rank, whatever the order', () => {
  expect(distribution([...oneToHundred].reverse())).toEqual({
    count: 100,
    p50: 50,
    p90: 90,
    p95: 95,
    p99: 99,
    max: 100,
  })
})

it('does not lose the one slow sample among few', () => {
  expect(distribution([1, 1, 1, 900]).p99).toBe(900)
})

it('is not a number of nothing', () => {
  expect(percentile([], 0.5)).toBeNaN()
})

it('is a sample that the share of all do not exceed, and the smallest such', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (samples, percent) => {
      const sorted = [...samples].sort((a, b) => a - b)
      const found = percentile(sorted, percent / 100)
      const within = (limit: number): number => sorted.filter((sample) => sample <= limit).length
      expect(within(found) * 100).toBeGreaterThanOrEqual(sorted.length * percent)
      expect(sorted.filter((sample) => sample < found).length * 100).toBeLessThan(sorted.length * percent)
    }),
  )
})

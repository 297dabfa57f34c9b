import fc from 'fast-check'
import { glucoseLevels } from './classify'
import type { GlucoseValue } from './glucose-value'
import { displayPercents, timeInRange } from './time-in-range'

const mmol = (value: number): GlucoseValue => ({ kind: 'number', value, unit: 'mmol/L' })

const anyCounts = fc.record({
  veryLow: fc.nat(20_000),
  low: fc.nat(20_000),
  inRange: fc.nat(100_000),
  high: fc.nat(20_000),
  veryHigh: fc.nat(20_000),
})

const anyValue: fc.Arbitrary<GlucoseValue> = fc.oneof(
  fc.double({ min: 1, max: 30, noNaN: true }).map(mmol),
  fc.constantFrom<GlucoseValue>({ kind: 'HI', unit: 'mmol/L' }, { kind: 'LO', unit: 'mg/dL' }),
)

test('counts the five levels, HI as very high and LO as very low', () => {
  const values = [mmol(2.5), mmol(3.5), mmol(5), mmol(6), mmol(11), mmol(15), { kind: 'HI', unit: 'mmol/L' }] as const
  const { n, counts, shares } = timeInRange([...values, { kind: 'LO', unit: 'mg/dL' }])
  expect(n).toBe(8)
  expect(counts).toEqual({ veryLow: 2, low: 1, inRange: 2, high: 1, veryHigh: 2 })
  expect(shares).toEqual({ veryLow: 0.25, low: 0.125, inRange: 0.25, high: 0.125, veryHigh: 0.25 })
})

test('without readings there are no shares', () => {
  expect(timeInRange([]).shares).toBeNull()
  expect(displayPercents({ veryLow: 0, low: 0, inRange: 0, high: 0, veryHigh: 0 })).toBeNull()
})

test('shares sum to exactly 1 in any order and are the counts over n', () => {
  fc.assert(
    fc.property(
      fc.array(anyValue, { minLength: 1, maxLength: 200 }),
      fc.shuffledSubarray([...glucoseLevels], { minLength: 5 }),
      (values, order) => {
        const { n, counts, shares } = timeInRange(values)
        expect(order.reduce((sum, level) => sum + (shares?.[level] ?? NaN), 0)).toBe(1)
        for (const level of glucoseLevels) expect(shares?.[level]).toBeCloseTo(counts[level] / n, 13)
      },
    ),
  )
})

test('an evenly split third is told as 34, 33, 33', () => {
  expect(displayPercents({ veryLow: 0, low: 1, inRange: 1, high: 1, veryHigh: 0 })).toEqual({
    veryLow: 0,
    low: 34,
    inRange: 33,
    high: 33,
    veryHigh: 0,
  })
})

test('40 of 45 in range are 89 %, as the patient reads it', () => {
  expect(displayPercents({ veryLow: 0, low: 1, inRange: 40, high: 3, veryHigh: 1 })?.inRange).toBe(89)
})

test.each([0, 1] as const)('percents with %d decimals sum to 100 and stay within one step', (decimals) => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const n = glucoseLevels.reduce((sum, level) => sum + counts[level], 0)
      const percents = displayPercents(counts, decimals)
      if (n === 0) return expect(percents).toBeNull()
      const scale = 10 ** decimals
      expect(glucoseLevels.reduce((sum, level) => sum + Math.round((percents?.[level] ?? NaN) * scale), 0)).toBe(
        100 * scale,
      )
      for (const level of glucoseLevels) {
        expect(Math.abs((percents?.[level] ?? NaN) - (counts[level] / n) * 100)).toBeLessThan(1 / scale)
      }
    }),
  )
})

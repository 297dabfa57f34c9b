import fc from 'fast-check'
import { ambulatoryProfile } from './ambulatory-profile'
import type { GlucoseValue } from './glucose-value'

const mmol = (value: number): GlucoseValue => ({ kind: 'number', value, unit: 'mmol/L' })

test('percentiles come from the readings of their own slot', () => {
  const values = [5, 6, 7, 8, 9].map((value, day) => ({ minuteOfDay: 480 + day, value: mmol(value) }))
  const profile = ambulatoryProfile({ values: [...values, { minuteOfDay: 495, value: mmol(20) }], unit: 'mmol/L' })
  expect(profile.slots).toHaveLength(96)
  const slot = profile.slots[32]
  expect(slot).toMatchObject({ minuteOfDay: 480, n: 5 })
  expect(slot?.percentiles?.p50).toBe(7)
  expect(slot?.percentiles?.p25).toBe(6)
  expect(slot?.percentiles?.p75).toBe(8)
  expect(slot?.percentiles?.p5).toBeCloseTo(5.2, 12)
  expect(slot?.percentiles?.p95).toBeCloseTo(8.8, 12)
  expect(profile.slots[33]).toMatchObject({ n: 1, percentiles: { p5: 20, p95: 20 } })
  expect(profile.slots[0]).toEqual({ minuteOfDay: 0, n: 0, percentiles: null })
})

test('half-hour slots pool six 5-minute bins', () => {
  const values = Array.from({ length: 288 }, (_, bin) => ({ minuteOfDay: bin * 5, value: mmol(6) }))
  const { slots } = ambulatoryProfile({ values, unit: 'mmol/L', slotMinutes: 30 })
  expect(slots.map(({ n }) => n)).toEqual(Array(48).fill(6))
})

test('a percentile that falls on HI is the word', () => {
  const values = [mmol(6), mmol(7), { kind: 'HI', unit: 'mmol/L' } as const].map((value) => ({ minuteOfDay: 0, value }))
  const [slot] = ambulatoryProfile({ values, unit: 'mmol/L' }).slots
  expect(slot?.percentiles).toMatchObject({ p50: 7, p95: 'HI' })
})

test.each([-1, 1440, NaN])('minute %d is refused', (minuteOfDay) => {
  expect(() => ambulatoryProfile({ values: [{ minuteOfDay, value: mmol(5) }], unit: 'mmol/L' })).toThrow(RangeError)
})

test('percentiles ascend and every reading is in one slot', () => {
  const value = fc.record({
    minuteOfDay: fc.nat(1439),
    value: fc.double({ min: 2, max: 25, noNaN: true }).map(mmol),
  })
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 200 }),
      fc.constantFrom(5 as const, 15 as const, 30 as const),
      (values, slotMinutes) => {
        const { slots } = ambulatoryProfile({ values, unit: 'mmol/L', slotMinutes })
        expect(slots.reduce((sum, { n }) => sum + n, 0)).toBe(values.length)
        for (const { percentiles } of slots) {
          if (!percentiles) continue
          const { p5, p25, p50, p75, p95 } = percentiles
          expect([p5, p25, p50, p75, p95]).toEqual([p5, p25, p50, p75, p95].sort((a, b) => Number(a) - Number(b)))
        }
      },
    ),
  )
})

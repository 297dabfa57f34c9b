import fc from 'fast-check'
import type { TimedValue } from './content-key'
import type { GlucoseValue } from './glucose-value'
import { gmiPercent, summary } from './summary'

const localDayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const at = (i: number) => new Date(Date.UTC(2024, 0, 1) + i * 300_000).toISOString()
const series = (values: readonly GlucoseValue[]): TimedValue[] => values.map((value, i) => ({ at: at(i), value }))
const mgPerDl = (value: number): GlucoseValue => ({ kind: 'number', value, unit: 'mg/dL' })
const words: GlucoseValue[] = [
  { kind: 'HI', unit: 'mg/dL' },
  { kind: 'LO', unit: 'mg/dL' },
]

test('mean, SD, CV and GMI of a series worked out by hand', () => {
  const found = summary({ readings: series([100, 120, 140, 160, 180].map(mgPerDl)), localDayOf })
  expect(found.meanMgPerDl).toBe(140)
  expect(found.meanMmolPerL).toBeCloseTo(7.771, 3)
  expect(found.sdMgPerDl).toBeCloseTo(31.6228, 4)
  expect(found.sdMmolPerL).toBeCloseTo(1.7553, 4)
  expect(found.cvPercent).toBeCloseTo(22.5877, 4)
  expect(found.gmiPercent).toBeCloseTo(6.6588, 4)
  expect(found.firstAt).toBe('2024-01-01T00:00:00.000Z')
  expect(found.lastAt).toBe('2024-01-01T00:20:00.000Z')
})

test.each([
  [100, 5.7],
  [125, 6.3],
  [150, 6.9],
  [175, 7.5],
  [200, 8.1],
  [250, 9.3],
  [300, 10.5],
  [350, 11.7],
])('GMI of a mean of %d mg/dL is %d %%, as the paper has it', (mean, percent) => {
  expect(Number(gmiPercent(mean).toFixed(1))).toBe(percent)
})

test('the unit of the device does not change what is said', () => {
  const mmol = [5.5, 7.2, 9.9].map((value): GlucoseValue => ({ kind: 'number', value, unit: 'mmol/L' }))
  const found = summary({ readings: series(mmol), localDayOf })
  expect(found.meanMmolPerL).toBeCloseTo(7.5333, 4)
  expect(found.meanMgPerDl).toBeCloseTo(135.7174, 3)
})

test('HI and LO count in ranges and sufficiency and never in mean, SD, CV or GMI', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 40, max: 400 }), { minLength: 2, maxLength: 50 }), (amounts) => {
      const numbers = amounts.map(mgPerDl)
      const bare = summary({ readings: series(numbers), localDayOf })
      const withWords = summary({ readings: series([...numbers, ...words]), localDayOf })
      expect(withWords.meanMgPerDl).toBe(bare.meanMgPerDl)
      expect(withWords.sdMgPerDl).toBe(bare.sdMgPerDl)
      expect(withWords.cvPercent).toBe(bare.cvPercent)
      expect(withWords.gmiPercent).toBe(bare.gmiPercent)
      expect(withWords.n).toBe(bare.n + 2)
      expect([withWords.hiCount, withWords.loCount, withWords.numberCount]).toEqual([1, 1, bare.n])
      expect(withWords.timeInRange.counts.veryHigh).toBe(bare.timeInRange.counts.veryHigh + 1)
      expect(withWords.timeInRange.counts.veryLow).toBe(bare.timeInRange.counts.veryLow + 1)
      expect(withWords.sufficiency.presentReadings).toBe(bare.sufficiency.presentReadings + 2)
    }),
  )
})

test('only words have ranges and no mean', () => {
  const found = summary({ readings: series(words), localDayOf })
  expect(found).toMatchObject({
    n: 2,
    numberCount: 0,
    meanMgPerDl: null,
    sdMgPerDl: null,
    cvPercent: null,
    gmiPercent: null,
  })
  expect(found.timeInRange.counts).toMatchObject({ veryLow: 1, veryHigh: 1 })
})

test('nothing says nothing, one number has no SD', () => {
  expect(summary({ readings: [], localDayOf })).toMatchObject({ n: 0, meanMmolPerL: null, firstAt: null, lastAt: null })
  expect(summary({ readings: series([mgPerDl(99)]), localDayOf })).toMatchObject({ meanMgPerDl: 99, sdMgPerDl: null })
})

test('the order of readings does not matter', () => {
  const readings = series([90, 150, 210, 60].map(mgPerDl))
  const [forward, back] = [readings, [...readings].reverse()].map((given) => summary({ readings: given, localDayOf }))
  expect(back).toEqual(forward)
})

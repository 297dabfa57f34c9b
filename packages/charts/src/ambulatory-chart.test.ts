import { ambulatoryProfile, type ClockedValue } from '@suixing/glucose'
import fc from 'fast-check'
import { expectInside } from '../testing/expect-inside'
import { ambulatoryChart } from './ambulatory-chart'
import type { Mark } from './marks'

const clocked = (minuteOfDay: number, value: number): ClockedValue => ({
  minuteOfDay,
  value: { kind: 'number', value, unit: 'mmol/L' },
})
const chart = (values: readonly ClockedValue[], unit: 'mmol/L' | 'mg/dL' = 'mmol/L') =>
  ambulatoryChart({
    width: 323,
    height: 148,
    fontSize: 13,
    content: { kind: 'profile', profile: ambulatoryProfile({ values, unit, slotMinutes: 30 }) },
  })
const fullDay = Array.from({ length: 480 }, (_, i) => clocked((i * 3) % 1440, 5 + (i % 7)))
const of = <K extends Mark['kind']>(marks: readonly Mark[], kind: K) =>
  marks.filter((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind)
const words = (marks: readonly Mark[]) => of(marks, 'text').map(({ text }) => text)

test('median over two bands, target limits solid, very low and very high dotted', () => {
  const { marks } = chart(fullDay)
  expect(of(marks, 'area').map(({ opacity, role }) => [role, opacity])).toEqual([
    ['median', 0.13],
    ['median', 0.3],
  ])
  expect(of(marks, 'line').map(({ role, width, dash }) => [role, width, dash !== undefined])).toEqual([
    ['range-inRange', 1, false],
    ['range-inRange', 1, false],
    ['range-veryLow', 1, true],
    ['range-veryHigh', 1, true],
    ['median', 2.4, false],
  ])
  expect(words(marks)).toEqual(['3.9', '10.0', '13.9', '00:00', '06:00', '12:00', '18:00', '24:00'])
})

test('the curve goes from midnight to midnight, and the wide band holds the narrow one and the median', () => {
  const { marks, width } = chart(fullDay)
  const [wide, narrow] = of(marks, 'area')
  const median = of(marks, 'line').find(({ role }) => role === 'median')
  const frame = of(marks, 'rect')[0]
  expect([median?.points[0]?.[0], median?.points[median.points.length - 1]?.[0]]).toEqual([frame?.x, width])
  median?.points.forEach(([, y], i) => {
    const ys = [wide?.upper, narrow?.upper, median.points, narrow?.lower, wide?.lower].map(
      (line) => line?.[i]?.[1] ?? NaN,
    )
    expect(ys).toEqual([...ys].sort((a, b) => a - b))
    expect(ys).toContain(y)
  })
})

test('hours without readings break the curve', () => {
  const { marks } = chart([...fullDay.filter(({ minuteOfDay }) => minuteOfDay < 300 || minuteOfDay >= 600)])
  expect(of(marks, 'line').filter(({ role }) => role === 'median')).toHaveLength(2)
  expect(of(marks, 'area')).toHaveLength(4)
})

test('too little wear is said, without a curve', () => {
  const { marks } = ambulatoryChart({
    width: 323,
    height: 148,
    fontSize: 13,
    content: { kind: 'insufficient', text: '佩戴 52%，还不够画图', unit: 'mmol/L' },
  })
  expect(words(marks)).toContain('佩戴 52%，还不够画图')
  expect(of(marks, 'area')).toEqual([])
  expect(of(marks, 'line').some(({ role }) => role === 'median')).toBe(false)
})

test('in mg/dL the same limits are named in mg/dL', () => {
  expect(words(chart(fullDay, 'mg/dL').marks).slice(0, 3)).toEqual(['70', '180', '250'])
})

const anyValue = fc.oneof(
  fc
    .record({ minuteOfDay: fc.nat(1439), value: fc.double({ min: 0.6, max: 40, noNaN: true }) })
    .map(({ minuteOfDay, value }) => clocked(minuteOfDay, value)),
  fc.record({
    minuteOfDay: fc.nat(1439),
    value: fc.constantFrom({ kind: 'HI', unit: 'mmol/L' } as const, { kind: 'LO', unit: 'mg/dL' } as const),
  }),
)

test('where the outer percentiles are words, the inner ones still fit', () => {
  const values: ClockedValue[] = [
    clocked(0, 0.6),
    clocked(0, 15.5),
    { minuteOfDay: 0, value: { kind: 'HI', unit: 'mmol/L' } },
  ]
  expectInside(chart(values))
})

test('whatever the readings, words among them, everything is inside the box', () => {
  fc.assert(
    fc.property(
      fc.array(anyValue, { maxLength: 80 }),
      fc.constantFrom('mmol/L' as const, 'mg/dL' as const),
      (values, unit) => {
        expectInside(chart(values, unit))
      },
    ),
  )
})

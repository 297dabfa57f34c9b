import { type GlucoseValue } from '@suixing/glucose'
import fc from 'fast-check'
import { expectInside } from '../testing/expect-inside'
import { glucoseTrend, type GlucoseTrendInput, type TrendReading } from './glucose-trend'
import type { Mark } from './marks'

const day = 86_400_000
const from = Date.UTC(2024, 10, 11)
const mmol = (value: number): GlucoseValue => ({ kind: 'number', value, unit: 'mmol/L' })
const hi: GlucoseValue = { kind: 'HI', unit: 'mmol/L' }
const lo: GlucoseValue = { kind: 'LO', unit: 'mmol/L' }
const input = (readings: readonly TrendReading[], change: Partial<GlucoseTrendInput> = {}): GlucoseTrendInput => ({
  width: 322,
  height: 178,
  fontSize: 16,
  from,
  to: from + 14 * day,
  readings,
  shownUnit: 'mmol/L',
  ticks: [0, 5, 10, 13].map((i) => ({ at: from + (i + 0.5) * day, label: i === 13 ? '今天' : `11/${11 + i}` })),
  series: { kind: 'meter' },
  ...change,
})
const days = (...values: GlucoseValue[]) => values.map((value, i) => ({ at: from + (i + 0.5) * day, value }))
const marksOf = (given: GlucoseTrendInput) => glucoseTrend(given).marks
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
const lines = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'line' ? [mark] : []))
const sensor = (maxPoints: number): Partial<GlucoseTrendInput> => ({
  series: { kind: 'sensor', gapMinutes: 15, maxPoints },
})

test('each level has its own shape as well as its role', () => {
  const shapes = marksOf(input(days(mmol(2.5), mmol(3.5), mmol(6), mmol(12), mmol(15)))).flatMap((mark) =>
    mark.kind === 'dot' ? [`${mark.role} ●`] : mark.kind === 'triangle' ? [`${mark.role} ${mark.direction}`] : [],
  )
  expect(shapes).toEqual([
    'range-inRange ●',
    'range-veryLow down',
    'range-veryLow down',
    'range-low down',
    'range-high up',
    'range-veryHigh up',
    'range-veryHigh up',
  ])
})

test('the target band lies between the named limits', () => {
  const marks = marksOf(input(days(mmol(3.9), mmol(10))))
  const band = marks.find((mark) => mark.role === 'target-band')
  const [low, high] = marks.flatMap((mark) => (mark.kind === 'dot' ? [mark.y] : []))
  expect(band).toMatchObject({ kind: 'rect', y: high })
  expect(band?.kind === 'rect' && band.y + band.height).toBeCloseTo(low ?? NaN, 9)
  expect(texts(marks)).toEqual(['3.9', '10.0', '11/11', '11/16', '11/21', '今天'])
})

test('in mg/dL the limits are 70 and 180, and the class stays that of the device', () => {
  const marks = marksOf(input(days(mmol(10.0)), { shownUnit: 'mg/dL' }))
  expect(texts(marks).slice(0, 2)).toEqual(['70', '180'])
  expect(marks.filter((mark) => mark.kind === 'dot')).toHaveLength(1)
})

test('HI and LO are words at the edge without a mark, above and below every number', () => {
  const marks = marksOf(input(days(hi, mmol(30), mmol(2), lo)))
  const word = (text: string) => marks.find((mark) => mark.kind === 'text' && mark.text === text)
  const triangles = marks.flatMap((mark) => (mark.kind === 'triangle' ? [mark.y] : []))
  expect(triangles).toHaveLength(4)
  expect(word('HI')).toMatchObject({ role: 'range-veryHigh-text' })
  expect(word('LO')).toMatchObject({ role: 'range-veryLow-text' })
  const at = (mark: Mark | undefined) => (mark?.kind === 'text' ? mark.y : NaN)
  expect(at(word('HI'))).toBeLessThan(Math.min(...triangles))
  expect(at(word('LO'))).toBeGreaterThan(Math.max(...triangles))
})

test('an hour of HI is one word', () => {
  const readings = Array.from({ length: 12 }, (_, i) => ({ at: from + i * 300_000, value: hi }))
  expect(texts(marksOf(input(readings))).filter((text) => text === 'HI')).toHaveLength(1)
})

test('the median is one curve through the days, leaving words out', () => {
  const median = [
    { at: from + 2.5 * day, median: 7 },
    { at: from + 0.5 * day, median: 6 },
    { at: from + 1.5 * day, median: 'HI' as const },
  ]
  const [line] = lines(marksOf(input(days(mmol(6)), { median })))
  expect(line).toMatchObject({ role: 'median', curve: 'monotone' })
  expect(line?.points).toHaveLength(2)
})

test('a gap in the sensor is not joined, and a reading alone is a dot', () => {
  const at = (minute: number, value: number) => ({ at: from + minute * 60_000, value: mmol(value) })
  const marks = marksOf(input([at(0, 5), at(5, 6), at(10, 7), at(60, 6), at(120, 5), at(125, 5)], sensor(100)))
  expect(lines(marks).map(({ points }) => points.length)).toEqual([3, 2])
  expect(marks.filter((mark) => mark.kind === 'dot')).toHaveLength(1)
})

test('an excursion of the sensor has one mark, at its peak and of its level', () => {
  const values = [6, 9, 11, 15, 12, 8, 3.5, 3.2, 5]
  const readings = values.map((value, i) => ({ at: from + i * 300_000, value: mmol(value) }))
  const roles = marksOf(input(readings, sensor(100))).flatMap((mark) => (mark.kind === 'triangle' ? [mark.role] : []))
  expect(roles).toEqual(['range-veryHigh', 'range-veryHigh', 'range-low'])
})

test('two weeks of a sensor are drawn with the points allowed, peak and dip among them', () => {
  const readings = Array.from({ length: 4032 }, (_, i) => ({
    at: from + i * 300_000,
    value: mmol(i === 2000 ? 21 : i === 3001 ? 2.4 : 6 + Math.sin(i / 40)),
  }))
  const marks = marksOf(input(readings, sensor(300)))
  const ys = lines(marks).flatMap(({ points }) => points.map(([, y]) => y))
  expect(ys.length).toBeLessThanOrEqual(300)
  const whole = lines(marksOf(input(readings, sensor(5000)))).flatMap(({ points }) => points.map(([, y]) => y))
  expect([Math.min(...ys), Math.max(...ys)]).toEqual([Math.min(...whole), Math.max(...whole)])
})

test('readings outside the axis are not drawn', () => {
  const outside = [
    { at: from - 1, value: mmol(30) },
    { at: from + 15 * day, value: hi },
  ]
  expect(marksOf(input(outside))).toEqual(marksOf(input([])))
})

const value = fc.oneof(
  fc.double({ min: 0.6, max: 40, noNaN: true }).map(mmol),
  fc.integer({ min: 20, max: 600 }).map((amount): GlucoseValue => ({ kind: 'number', value: amount, unit: 'mg/dL' })),
  fc.constantFrom(hi, lo),
)
const readings = fc.array(fc.record({ at: fc.integer({ min: from, max: from + 14 * day }), value }), { maxLength: 60 })
const seriesOf = fc.constantFrom<GlucoseTrendInput['series']>(
  { kind: 'meter' },
  { kind: 'sensor', gapMinutes: 15, maxPoints: 20 },
)

test('whatever the readings, everything is inside the box and lines go forward', () => {
  fc.assert(
    fc.property(
      readings,
      seriesOf,
      fc.constantFrom('mmol/L' as const, 'mg/dL' as const),
      fc.constantFrom(13, 16, 20),
      (given, series, shownUnit, fontSize) => {
        const median = given.map(({ at }, i) => ({ at, median: 4 + (i % 5) }))
        const amounts = shownUnit === 'mmol/L' ? median : []
        expectInside(glucoseTrend(input(given, { series, shownUnit, fontSize, median: amounts })))
      },
    ),
  )
})

test.each([
  ['nothing', []],
  ['one reading', days(mmol(6))],
  ['one value all along', days(...Array(14).fill(mmol(6)))],
  ['words alone', days(hi, lo, hi)],
])('%s is drawn without NaN', (_, given) => {
  expectInside(glucoseTrend(input(given)))
  expectInside(glucoseTrend(input(given, { to: from + 14 * day, ...sensor(10) })))
})

test('an axis of no width does not divide by zero', () => {
  expectInside(glucoseTrend(input([{ at: from, value: mmol(6) }], { to: from, ticks: [] })))
})

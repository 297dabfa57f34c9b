import { classify, glucoseLevels, type GlucoseValue } from '@suixing/glucose'
import fc from 'fast-check'
import { expectInside } from '../testing/expect-inside'
import type { Mark } from './marks'
import { rangeRuler, rulerPosition } from './range-ruler'

const mmol = (value: number): GlucoseValue => ({ kind: 'number', value, unit: 'mmol/L' })
const ruler = (value?: GlucoseValue, shownUnit: 'mmol/L' | 'mg/dL' = 'mmol/L') =>
  rangeRuler({ width: 312, fontSize: 16, shownUnit, targetWord: '目标', ...(value && { value }) })
const rects = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []))
const words = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

test('five segments of 12, 11, 43, 19 and 15 % with gaps of 3', () => {
  const segments = rects(ruler().marks)
  expect(segments.map(({ width }) => width)).toEqual([36, 33, 129, 57, 45])
  expect(segments.map(({ x }) => x)).toEqual([0, 39, 75, 207, 267])
  expect(words(ruler().marks)).toEqual(['3.9', '目标', '10.0'])
  expect(words(ruler(undefined, 'mg/dL').marks)).toEqual(['70', '目标', '180'])
})

test.each([
  [3.0, 39],
  [3.9, 75],
  [6.95, 75 + 129 / 2],
  [10.0, 75 + 129],
  [13.9, 207 + 57],
])('%d mmol/L stands at %d', (value, x) => {
  // 6.95 is shown as 7.0 and stands there.
  const shown = value === 6.95 ? x + (129 * 0.05) / 6.1 : x
  expect(rulerPosition(mmol(value), 312)).toBeCloseTo(shown, 9)
})

test('a ring at the value; HI and LO are words at the ends without a ring', () => {
  const rings = (value: GlucoseValue) => ruler(value).marks.filter(({ kind }) => kind === 'ring')
  expect(rings(mmol(7.8))).toMatchObject([{ role: 'ink', x: rulerPosition(mmol(7.8), 312) }])
  expect(rings({ kind: 'HI', unit: 'mmol/L' })).toEqual([])
  expect(words(ruler({ kind: 'HI', unit: 'mmol/L' }).marks)).toContain('HI')
  expect(words(ruler({ kind: 'LO', unit: 'mg/dL' }).marks)).toContain('LO')
})

test('the place is inside the segment of the class, in either unit, and a higher value is never further left', () => {
  const value = fc.oneof(
    fc.double({ min: 0.5, max: 45, noNaN: true }).map(mmol),
    fc
      .double({ min: 10, max: 900, noNaN: true })
      .map((amount): GlucoseValue => ({ kind: 'number', value: amount, unit: 'mg/dL' })),
  )
  fc.assert(
    fc.property(value, (given) => {
      const drawing = ruler(given)
      expectInside(drawing)
      const segment = rects(drawing.marks)[glucoseLevels.indexOf(classify(given).level)]
      const x = rulerPosition(given, 312) ?? NaN
      expect(x).toBeGreaterThanOrEqual((segment?.x ?? NaN) - 1e-9)
      expect(x).toBeLessThanOrEqual((segment?.x ?? NaN) + (segment?.width ?? NaN) + 1e-9)
      const higher = given.kind === 'number' ? rulerPosition({ ...given, value: given.value + 1 }, 312) : NaN
      expect(higher).toBeGreaterThanOrEqual(x)
    }),
  )
})

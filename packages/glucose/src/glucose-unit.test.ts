import fc from 'fast-check'
import { atDisplayPrecision, convert, display } from './glucose-unit'

test.each([
  [7.8, 'mmol/L', 'mmol/L', '7.8'],
  [10, 'mmol/L', 'mmol/L', '10.0'],
  [7.8, 'mmol/L', 'mg/dL', '141'],
  [54, 'mg/dL', 'mmol/L', '3.0'],
  [70, 'mg/dL', 'mmol/L', '3.9'],
  [180, 'mg/dL', 'mmol/L', '10.0'],
  [250, 'mg/dL', 'mmol/L', '13.9'],
  [301, 'mg/dL', 'mmol/L', '16.7'],
  [167.3333333, 'mg/dL', 'mg/dL', '167'],
] as const)('%d %s is shown in %s as %s', (amount, unit, shownUnit, text) => {
  expect(display(amount, unit, shownUnit)).toBe(text)
})

test.each([
  [16.65, 'mmol/L', 16.7],
  [3.85, 'mmol/L', 3.9],
  [1.15, 'mmol/L', 1.2],
  [2.4499999999999997, 'mmol/L', 2.5],
  [3.8499, 'mmol/L', 3.8],
  [69.5, 'mg/dL', 70],
  [69.49, 'mg/dL', 69],
] as const)('%d %s rounds halves up as written, to %d', (amount, unit, shown) => {
  expect(atDisplayPrecision(amount, unit)).toBe(shown)
})

test('what is converted there and back is the same to 12 digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.3, max: 60, noNaN: true }), (mmolPerL) => {
      expect(convert(convert(mmolPerL, 'mmol/L', 'mg/dL'), 'mg/dL', 'mmol/L')).toBeCloseTo(mmolPerL, 12)
      expect(convert(mmolPerL, 'mmol/L', 'mg/dL') / mmolPerL).toBeCloseTo(18.01559, 10)
    }),
  )
})

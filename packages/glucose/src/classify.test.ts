import fc from 'fast-check'
import { classify, glucoseLevels } from './classify'
import { glucoseUnits } from './glucose-unit'
import { defaultThresholds, thresholdsFrom } from './thresholds'

test.each([
  ['mmol/L', 2.9, 'veryLow', true],
  ['mmol/L', 2.94, 'veryLow', true],
  ['mmol/L', 2.95, 'low', false],
  ['mmol/L', 3.0, 'low', false],
  ['mmol/L', 3.8, 'low', false],
  ['mmol/L', 3.84, 'low', false],
  ['mmol/L', 3.85, 'inRange', false],
  ['mmol/L', 3.9, 'inRange', false],
  ['mmol/L', 10.0, 'inRange', false],
  ['mmol/L', 10.04, 'inRange', false],
  ['mmol/L', 10.05, 'high', false],
  ['mmol/L', 10.1, 'high', false],
  ['mmol/L', 13.9, 'high', false],
  ['mmol/L', 13.94, 'high', false],
  ['mmol/L', 13.95, 'veryHigh', false],
  ['mmol/L', 14.0, 'veryHigh', false],
  ['mmol/L', 16.6, 'veryHigh', false],
  ['mmol/L', 16.65, 'veryHigh', true],
  ['mmol/L', 16.7, 'veryHigh', true],
  ['mg/dL', 53, 'veryLow', true],
  ['mg/dL', 53.4, 'veryLow', true],
  ['mg/dL', 53.5, 'low', false],
  ['mg/dL', 54, 'low', false],
  ['mg/dL', 69, 'low', false],
  ['mg/dL', 69.5, 'inRange', false],
  ['mg/dL', 70, 'inRange', false],
  ['mg/dL', 180, 'inRange', false],
  ['mg/dL', 180.4, 'inRange', false],
  ['mg/dL', 181, 'high', false],
  ['mg/dL', 250, 'high', false],
  ['mg/dL', 251, 'veryHigh', false],
  ['mg/dL', 300, 'veryHigh', false],
  ['mg/dL', 301, 'veryHigh', true],
] as const)('%s %d is %s, urgent %s', (unit, value, level, urgent) => {
  expect(classify({ kind: 'number', value, unit })).toEqual({ level, urgent })
})

test.each(glucoseUnits)('the words of a device in %s are urgent', (unit) => {
  expect(classify({ kind: 'HI', unit })).toEqual({ level: 'veryHigh', urgent: true })
  expect(classify({ kind: 'LO', unit })).toEqual({ level: 'veryLow', urgent: true })
})

test('limits of a programme decide in place of the default', () => {
  const strict = thresholdsFrom({ ...defaultThresholds['mmol/L'], highAbove: 7.8 }, 'programme')
  expect(classify({ kind: 'number', value: 8.0, unit: 'mmol/L' }, strict).level).toBe('high')
  expect(classify({ kind: 'number', value: 141, unit: 'mg/dL' }, strict).level).toBe('inRange')
})

test('a higher value is never a lower level', () => {
  const amounts = fc.double({ min: 0, max: 700, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(...glucoseUnits), amounts, amounts, (unit, a, b) => {
      const rank = (value: number) => glucoseLevels.indexOf(classify({ kind: 'number', value, unit }).level)
      expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)))
    }),
  )
})

import { glucoseText } from './glucose-text'

test('a value is read in the shown unit, HI and LO as words', () => {
  expect(glucoseText({ kind: 'number', value: 7, unit: 'mmol/L' })).toBe('7.0')
  expect(glucoseText({ kind: 'number', value: 126, unit: 'mg/dL' })).toBe('7.0')
  expect(glucoseText({ kind: 'HI', unit: 'mmol/L' })).toBe('HI')
})

import { glucoseText } from './glucose-text'

test('the value stands as its device showed it', () => {
  expect(glucoseText({ kind: 'number', value: 7, unit: 'mmol/L' })).toBe('7.0')
  expect(glucoseText({ kind: 'number', value: 126, unit: 'mg/dL' })).toBe('126')
  expect(glucoseText({ kind: 'HI', unit: 'mmol/L' })).toBe('HI')
})

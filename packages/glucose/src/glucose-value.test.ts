import { displayValue, numberIn, rankIn, type GlucoseValue } from './glucose-value'

const number: GlucoseValue = { kind: 'number', value: 5.6, unit: 'mmol/L' }
const hi: GlucoseValue = { kind: 'HI', unit: 'mg/dL' }
const lo: GlucoseValue = { kind: 'LO', unit: 'mmol/L' }

test('a number is shown in the unit a person looks at, a word as the device showed it', () => {
  expect(displayValue(number, 'mmol/L')).toBe('5.6')
  expect(displayValue(number, 'mg/dL')).toBe('101')
  expect(displayValue(hi, 'mmol/L')).toBe('HI')
  expect(displayValue(lo, 'mg/dL')).toBe('LO')
})

test('HI and LO are not numbers', () => {
  expect(numberIn(number, 'mmol/L')).toBe(5.6)
  expect(numberIn(hi, 'mmol/L')).toBeUndefined()
  expect(numberIn(lo, 'mmol/L')).toBeUndefined()
})

test('LO ranks below and HI above every number', () => {
  const ranked = [hi, number, lo].sort((a, b) => rankIn(a, 'mg/dL') - rankIn(b, 'mg/dL'))
  expect(ranked).toEqual([lo, number, hi])
})

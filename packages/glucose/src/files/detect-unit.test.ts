import { unitOfAmounts } from './detect-unit'

test.each([
  ['mmol/L', [5.6, 7.8, 10.2, 3.1]],
  ['mmol/L', [18, 22, 21, 33.3]],
  ['mg/dL', [101, 140, 183, 56]],
  ['mg/dL', [38, 60, 55]],
] as const)('%s is clear', (unit, amounts) => {
  expect(unitOfAmounts(amounts)).toBe(unit)
})

test.each([
  ['too few values', [5.6, 7.8]],
  ['a median neither can have', [28, 30, 33]],
  ['both kinds in one column', [5.6, 101, 7.8, 140, 6.1, 180]],
  ['nothing', []],
])('%s is not', (_, amounts) => {
  expect(unitOfAmounts(amounts)).toBeUndefined()
})

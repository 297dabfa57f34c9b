import { quantile } from './order-statistics'

test.each([
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[1, 2, 3, 4, 5], 0.05, 1.2],
  [[15, 20, 35, 40, 50], 0.4, 29],
  [[7], 0.95, 7],
] as const)('the quantile of %p at %d is %d, as R and NumPy have it', (ranks, fraction, expected) => {
  expect(quantile(ranks, fraction)).toBeCloseTo(expected, 12)
})

test('a quantile on or next to a word is that word', () => {
  expect(quantile([-Infinity, 5, 6, Infinity], 0)).toBe('LO')
  expect(quantile([-Infinity, 5, 6, Infinity], 0.1)).toBe('LO')
  expect(quantile([-Infinity, 5, 6, Infinity], 0.5)).toBe(5.5)
  expect(quantile([-Infinity, 5, 6, Infinity], 0.9)).toBe('HI')
  expect(quantile([Infinity, Infinity], 0.5)).toBe('HI')
})

test('nothing has no quantile', () => {
  expect(quantile([], 0.5)).toBeUndefined()
})

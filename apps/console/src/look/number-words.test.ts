import { countWords, percent, percentWords } from './number-words'

it('groups thousands', () => expect(countWords(1284)).toBe('1,284'))

it('gives a share with one decimal, a dash without a denominator, and never nothing for something', () => {
  expect(percent(1284, 1547)).toBe(83)
  expect(percentWords(1162, 1284)).toBe('90.5%')
  expect(percentWords(0, 0)).toBe('—')
  expect(percentWords(2, 9658)).toBe('<0.1%')
  expect(percentWords(0, 9658)).toBe('0.0%')
})

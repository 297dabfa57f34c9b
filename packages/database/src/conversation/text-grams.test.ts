import { textGrams } from './text-grams'

test.each([
  ['餐后血糖', ['餐后', '后血', '血糖']],
  ['餐 后，血糖！', ['餐后', '后血', '血糖']],
  ['ＡBc', ['ab', 'bc']],
  ['糖', []],
  ['', []],
  ['糖糖糖', ['糖糖']],
])('%s', (text, pairs) => {
  expect(textGrams(text)).toEqual(pairs)
})

test('every piece of a text has only pairs of that text', () => {
  const text = '早上空腹 6.8，午饭后两小时 11.2，要不要紧？'
  const all = new Set(textGrams(text))
  for (const piece of ['空腹6.8', '午饭后两小时', '要不要紧'])
    expect(textGrams(piece).every((pair) => all.has(pair))).toBe(true)
})

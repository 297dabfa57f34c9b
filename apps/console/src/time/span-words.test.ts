import { sinceWords, spanWords } from './span-words'

it.each([
  [-5, '不到 1 分钟'],
  [59, '不到 1 分钟'],
  [60, '1 分钟'],
  [3599, '59 分钟'],
  [3600, '1 小时'],
  [7500, '2 小时 5 分'],
  [86_400, '1 天'],
  [273_600, '3 天 4 小时'],
])('says %s seconds', (seconds, words) => expect(spanWords(seconds)).toBe(words))

it('counts from an instant to now', () =>
  expect(sinceWords('2026-11-24T02:12:00.000Z', '2026-11-24T02:48:30.000Z')).toBe('36 分钟'))

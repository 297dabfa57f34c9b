import { clockWords, distanceWords, minuteOfDayWords, nearWords } from './time-words'

const now = '2026-11-24T02:48:00.000Z'

it('reads a clock in the zone of the programme', () => {
  expect(clockWords(now)).toBe('11月24日 周二 10:48')
  expect(clockWords(now, 'America/New_York')).toBe('11月23日 周一 21:48')
})

it.each([
  ['2026-11-24T09:42:00.000Z', '今天 17:42'],
  ['2026-11-23T13:04:00.000Z', '昨天 21:04'],
  ['2026-11-23T16:00:00.000Z', '今天 00:00'],
  ['2026-11-24T16:00:00.000Z', '明天 00:00'],
  ['2026-11-10T01:30:00.000Z', '11月10日 09:30'],
  ['2025-12-31T16:00:00.000Z', '1月1日 00:00'],
  ['2025-12-31T15:59:00.000Z', '2025年12月31日 23:59'],
])('says %s as %s', (instant, words) => expect(nearWords(instant, now)).toBe(words))

it('counts days by the calendar of the zone, over a change of the clock too', () => {
  expect(nearWords('2026-10-31T16:00:00.000Z', '2026-11-01T17:00:00.000Z', 'America/New_York')).toBe('昨天 12:00')
})

it.each([
  ['2026-11-24T09:42:00.000Z', '还有 6 小时 54 分'],
  ['2026-11-24T03:48:00.000Z', '还有 1 小时'],
  ['2026-11-24T02:47:00.000Z', '已过 1 分钟'],
  ['2026-11-24T02:48:20.000Z', '就是现在'],
  ['2026-11-27T02:48:00.000Z', '还有 3 天'],
])('says how far %s is', (instant, words) => expect(distanceWords(instant, now)).toBe(words))

it('says minutes of a day', () =>
  expect([0, 485, 1260, 1440].map(minuteOfDayWords)).toEqual(['00:00', '08:05', '21:00', '24:00']))

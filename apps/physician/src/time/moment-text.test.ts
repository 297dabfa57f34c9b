import { listMomentText, momentText } from './moment-text'

const now = '2026-11-23T02:15:00.000Z'

it.each([
  ['2026-11-23T02:12:00.000Z', '10:12', '10:12'],
  ['2026-11-24T01:12:00.000Z', '明天 09:12', '明天'],
  ['2026-11-22T15:59:00.000Z', '昨天 23:59', '昨天'],
  ['2026-11-20T04:00:00.000Z', '11月20日 12:00', '11月20日'],
])('%s is %s, in a list %s', (at, text, short) => {
  expect(momentText(at, now)).toBe(text)
  expect(listMomentText(at, now)).toBe(short)
})

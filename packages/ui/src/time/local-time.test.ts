import { clockText, dateText, dayText, greeting, localParts } from './local-time'

test('parts are those of the place, across midnight and daylight saving', () => {
  expect(localParts('2026-11-23T16:30:00.000Z', 'Asia/Shanghai')).toEqual({
    year: 2026,
    month: 11,
    day: 24,
    weekday: 2,
    hour: 0,
    minute: 30,
  })
  expect(clockText(localParts('2026-07-01T12:05:00.000Z', 'America/New_York'))).toBe('08:05')
  expect(clockText(localParts('2026-12-01T12:05:00.000Z', 'America/New_York'))).toBe('07:05')
})

test('a day is named from today', () => {
  const today = localParts('2026-11-24T01:00:00.000Z', 'Asia/Shanghai')
  const named = (instant: string) => dayText(localParts(instant, 'Asia/Shanghai'), today)
  expect(named('2026-11-23T16:00:00.000Z')).toBe('今天')
  expect(named('2026-11-23T15:59:00.000Z')).toBe('昨天')
  expect(named('2026-11-24T16:00:00.000Z')).toBe('明天')
  expect(named('2026-11-20T04:00:00.000Z')).toBe('11月20日')
  expect(dateText(today)).toBe('11月24日 周二')
})

test.each([
  [0, '夜深了'],
  [5, '上午好'],
  [11, '中午好'],
  [13, '下午好'],
  [18, '晚上好'],
])('at %s the greeting is %s', (hour, words) => expect(greeting(hour)).toBe(words))

test('without Intl the zone of the phone stands in', () => {
  const kept = globalThis.Intl
  // @ts-expect-error some phones run weapp without it
  delete globalThis.Intl
  try {
    const date = new Date('2026-11-24T01:00:00.000Z')
    expect(localParts(date.toISOString(), 'Asia/Shanghai')).toMatchObject({
      hour: date.getHours(),
      day: date.getDate(),
    })
  } finally {
    globalThis.Intl = kept
  }
})

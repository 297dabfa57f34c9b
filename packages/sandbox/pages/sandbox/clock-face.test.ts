import { clockFace, howLong, shortTime } from './clock-face'

test('the wall clock is the one in Shanghai, whatever the machine thinks', () => {
  expect(clockFace('2026-11-23T16:30:00.000Z')).toEqual({ day: '11月24日', weekday: '周二', time: '00:30' })
  expect(clockFace(Date.UTC(2026, 10, 24, 2, 15))).toEqual({ day: '11月24日', weekday: '周二', time: '10:15' })
})

test('the day is told only when it is another one in Shanghai', () => {
  const now = '2026-11-23T15:00:00.000Z'
  expect(shortTime('2026-11-22T16:00:00.000Z', now)).toBe('00:00')
  expect(shortTime('2026-11-23T16:00:00.000Z', now)).toBe('11月24日 00:00')
})

test.each([
  [0.2, '1 毫秒'],
  [11, '11 毫秒'],
  [430, '0.4 秒'],
  [1234, '1.2 秒'],
  [42_000, '42 秒'],
  [180_000, '3 分钟'],
])('%d ms reads %s', (milliseconds, words) => expect(howLong(milliseconds)).toBe(words))

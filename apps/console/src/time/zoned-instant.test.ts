import { instantOf, isoWeekday } from './zoned-instant'

it.each([
  [{ year: 2026, month: 11, day: 25, minute: 480 }, 'Asia/Shanghai', '2026-11-25T00:00:00.000Z'],
  [{ year: 2026, month: 11, day: 31, minute: 0 }, 'Asia/Shanghai', '2026-11-30T16:00:00.000Z'],
  [{ year: 2026, month: 10, day: 31, minute: 540 }, 'America/New_York', '2026-10-31T13:00:00.000Z'],
  [{ year: 2026, month: 11, day: 1, minute: 540 }, 'America/New_York', '2026-11-01T14:00:00.000Z'],
])('%j in %s', (wall, zone, instant) => expect(instantOf(wall, zone)).toBe(instant))

it('counts Monday as 1 and Sunday as 7', () =>
  expect([isoWeekday(2026, 11, 23), isoWeekday(2026, 11, 29), isoWeekday(2026, 11, 30)]).toEqual([1, 7, 1]))

import { inAnHour, nextWorkday } from './snooze-until'

const weekdays = { workdays: [1, 2, 3, 4, 5], from: 480, to: 1080 }

it('goes an hour on', () => expect(inAnHour('2026-11-24T02:48:00.000Z')).toBe('2026-11-24T03:48:00.000Z'))

it.each([
  ['a Tuesday', '2026-11-24T02:48:00.000Z', '2026-11-25T00:00:00.000Z'],
  ['a Friday', '2026-11-27T02:48:00.000Z', '2026-11-30T00:00:00.000Z'],
  ['late on a Tuesday of UTC, which is Wednesday already', '2026-11-24T17:00:00.000Z', '2026-11-26T00:00:00.000Z'],
])('from %s to the next working day', (_, now, until) => expect(nextWorkday(now, weekdays)).toBe(until))

it('waits a week when today is the only working day', () =>
  expect(nextWorkday('2026-11-24T02:48:00.000Z', { workdays: [2], from: 540, to: 600 })).toBe(
    '2026-12-01T01:00:00.000Z',
  ))

it('takes 08:00 tomorrow when no hours are known', () =>
  expect(nextWorkday('2026-11-27T02:48:00.000Z', undefined)).toBe('2026-11-28T00:00:00.000Z'))

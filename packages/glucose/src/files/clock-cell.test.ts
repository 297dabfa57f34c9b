import fc from 'fast-check'
import { readClockCell, wallOf } from './clock-cell'

const wall = (text: string) => Date.parse(`${text}Z`)

test.each([
  ['2024-01-05 08:30', '2024-01-05T08:30:00'],
  ['2024-01-05T08:30:15', '2024-01-05T08:30:15'],
  ['2024-01-05 08:30:15.250', '2024-01-05T08:30:15.250'],
  ['2024/1/5 8:30', '2024-01-05T08:30:00'],
  ['2024.1.5 8:30', '2024-01-05T08:30:00'],
  ['2024年1月5日 8:30', '2024-01-05T08:30:00'],
  ['2024年1月5日8时30分15秒', '2024-01-05T08:30:15'],
  ['2024年1月5日 下午 3:05', '2024-01-05T15:05:00'],
  ['2024-01-05 12:05 AM', '2024-01-05T00:05:00'],
  ['2024-01-05 上午 8:30', '2024-01-05T08:30:00'],
  ['5.1.2024 8:30', '2024-01-05T08:30:00'],
  ['05-Jan-2024 08:30', '2024-01-05T08:30:00'],
  ['Jan 5, 2024 8:30 PM', '2024-01-05T20:30:00'],
  ['2024-02-29 23:59', '2024-02-29T23:59:00'],
])('%s is a wall clock', (cell, expected) => {
  expect(readClockCell(cell)).toEqual({ kind: 'wall', wall: wall(expected) })
})

test.each([
  ['2024-01-05T08:30:00Z', '2024-01-05T08:30:00'],
  ['2024-01-05T08:30:00+08:00', '2024-01-05T00:30:00'],
  ['2024-01-05 08:30:00 -0500', '2024-01-05T13:30:00'],
  ['2024-01-05 08:30 UTC', '2024-01-05T08:30:00'],
])('%s is an instant', (cell, expected) => {
  expect(readClockCell(cell)).toEqual({ kind: 'instant', at: wall(expected) })
})

test.each([
  ['8/1/18 16:15', 8, 1, 2018],
  ['03/04/2024 4:15 PM', 3, 4, 2024],
  ['13-04-2024 16:15', 13, 4, 2024],
])('%s leaves its order to the column', (cell, first, second, year) => {
  expect(readClockCell(cell)).toEqual({ kind: 'numeric', first, second, year, clock: (16 * 60 + 15) * 60_000 })
})

test.each([
  ['', 'time-missing'],
  ['yesterday', 'time-unreadable'],
  ['25:00', 'time-unreadable'],
  ['2024-01-05 24:00', 'time-unreadable'],
  ['2024-01-05 13:00 PM', 'time-unreadable'],
  ['2024-01-05 08:60', 'time-unreadable'],
  ['2024-01-05', 'time-of-day-missing'],
  ['5/1/2024', 'time-of-day-missing'],
  ['2023-02-29 08:30', 'date-impossible'],
  ['31.04.2024 08:30', 'date-impossible'],
  ['13/13/2024 08:30', 'date-impossible'],
  ['0024-01-05 08:30', 'date-impossible'],
])('%s is %s', (cell, code) => {
  expect(readClockCell(cell)).toEqual({ kind: 'unreadable', code })
})

test('every real minute that is written is read back', () => {
  const instant = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2099, 11, 31) / 60_000 })
  fc.assert(
    fc.property(instant, (minutes) => {
      const text = new Date(minutes * 60_000).toISOString()
      expect(readClockCell(text.slice(0, 16).replace('T', ' '))).toEqual({ kind: 'wall', wall: minutes * 60_000 })
      expect(readClockCell(text)).toEqual({ kind: 'instant', at: minutes * 60_000 })
    }),
  )
})

test('there is no 31 April', () => {
  expect(wallOf(2024, 4, 31, 0)).toBeUndefined()
  expect(wallOf(2024, 4, 30, 60_000)).toBe(Date.UTC(2024, 3, 30, 0, 1))
})

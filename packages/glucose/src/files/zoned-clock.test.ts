import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone'
import utc from 'dayjs/plugin/utc'
import fc from 'fast-check'
import { zonedClock, type ZonedClock } from './zoned-clock'

dayjs.extend(utc)
dayjs.extend(timezone)

const clockOf = (zone: string): ZonedClock => {
  const clock = zonedClock(zone)
  if (!clock) throw new Error(zone)
  return clock
}
const wall = (text: string) => Date.parse(`${text}:00Z`)

test('a wall clock in Shanghai is eight hours ahead', () => {
  expect(clockOf('Asia/Shanghai').instantsOf(wall('2024-07-05T08:30'))).toEqual({
    kind: 'one',
    at: wall('2024-07-05T00:30'),
  })
})

test('in New York the clock skips an hour in March and shows one twice in November', () => {
  const clock = clockOf('America/New_York')
  expect(clock.instantsOf(wall('2024-03-10T01:59'))).toEqual({ kind: 'one', at: wall('2024-03-10T06:59') })
  expect(clock.instantsOf(wall('2024-03-10T02:30'))).toEqual({ kind: 'gap', at: wall('2024-03-10T07:30') })
  expect(clock.instantsOf(wall('2024-03-10T03:00'))).toEqual({ kind: 'one', at: wall('2024-03-10T07:00') })
  expect(clock.instantsOf(wall('2024-11-03T01:30'))).toEqual({
    kind: 'overlap',
    first: wall('2024-11-03T05:30'),
    second: wall('2024-11-03T06:30'),
  })
  expect(clock.instantsOf(wall('2024-11-03T02:00'))).toEqual({ kind: 'one', at: wall('2024-11-03T07:00') })
})

test('half-hour steps of Lord Howe are known', () => {
  const clock = clockOf('Australia/Lord_Howe')
  expect(clock.instantsOf(wall('2024-10-06T02:15')).kind).toBe('gap')
  expect(clock.instantsOf(wall('2024-04-07T01:45')).kind).toBe('overlap')
})

test('an unknown zone is told', () => {
  expect(zonedClock('Mars/Olympus')).toBeUndefined()
  expect(zonedClock('')).toBeUndefined()
})

test('walls are those of dayjs, and lead back to their instant', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  )
  const minute = fc.integer({ min: Date.UTC(2015, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 })
  fc.assert(
    fc.property(zones, minute, (zone, minutes) => {
      const [clock, instant] = [clockOf(zone), minutes * 60_000]
      const shown = clock.wallOf(instant)
      expect(new Date(shown).toISOString().slice(0, 16)).toBe(dayjs(instant).tz(zone).format('YYYY-MM-DDTHH:mm'))
      const back = clock.instantsOf(shown)
      expect(back.kind === 'overlap' ? [back.first, back.second] : [back.at]).toContain(instant)
      expect(back.kind).not.toBe('gap')
    }),
    { numRuns: 60 },
  )
})

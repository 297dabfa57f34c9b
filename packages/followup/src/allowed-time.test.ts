import fc from 'fast-check'
import { nextAllowed } from './allowed-time'
import type { DaySpan } from './local-time'

const MINUTE = 60_000
const quiet = { from: 21 * 60, to: 8 * 60 }
const none: DaySpan = { from: 0, to: 0 }
const shanghai = (clock: string): string => new Date(`2026-11-23T${clock}:00.000+08:00`).toISOString()
const next = (clock: string, calm: DaySpan, wanted: DaySpan | null): string | null =>
  nextAllowed(shanghai(clock), 'Asia/Shanghai', calm, wanted)

describe('nextAllowed', () => {
  it.each<[string, string, DaySpan, DaySpan | null, string | null]>([
    ['outside quiet hours, at once', '10:00', quiet, null, '10:00'],
    ['the last minute before quiet hours', '20:59', quiet, null, '20:59'],
    ['the last minute of quiet hours', '07:59', quiet, null, '08:00'],
    ['the first minute after quiet hours', '08:00', quiet, null, '08:00'],
    ['after midnight', '00:30', quiet, null, '08:00'],
    ['no quiet hours', '03:00', none, null, '03:00'],
    ['quiet by day', '12:10', { from: 720, to: 840 }, null, '14:00'],
    ['wanted later today', '10:00', quiet, { from: 720, to: 780 }, '12:00'],
    ['in wanted', '12:30', quiet, { from: 720, to: 780 }, '12:30'],
    ['quiet now, wanted later', '06:00', quiet, { from: 720, to: 780 }, '12:00'],
    ['wanted begins before quiet ends', '06:00', quiet, { from: 420, to: 540 }, '08:00'],
    ['wanted ends after quiet begins, in time', '20:30', quiet, { from: 1200, to: 1320 }, '20:30'],
    ['wanted equals the allowed day', '03:00', quiet, { from: 480, to: 1260 }, '08:00'],
    ['wanted passes midnight, its allowed part', '10:00', quiet, { from: 1200, to: 540 }, '20:00'],
    ['wanted wholly inside quiet', '10:00', quiet, { from: 1320, to: 1380 }, null],
    ['wanted equals quiet', '10:00', quiet, quiet, null],
    ['wanted empty', '10:00', quiet, { from: 600, to: 600 }, null],
    ['quiet all day', '10:00', { from: 0, to: 1440 }, null, null],
  ])('%s', (_what, from, calm, wanted, expected) => {
    expect(next(from, calm, wanted)).toBe(expected === null ? null : shanghai(expected))
  })

  it('waits for tomorrow when today is over', () => {
    expect(next('21:00', quiet, null)).toBe('2026-11-24T00:00:00.000Z')
    expect(next('13:00', quiet, { from: 720, to: 780 })).toBe('2026-11-24T04:00:00.000Z')
    expect(next('20:59', quiet, { from: 1260, to: 1265 })).toBeNull()
    expect(next('22:00', { from: 1260, to: 1440 }, null)).toBe('2026-11-23T16:00:00.000Z')
    expect(next('22:00', { from: 1260, to: 1440 }, { from: 0, to: 60 })).toBe('2026-11-23T16:00:00.000Z')
  })

  it('keeps the seconds of an allowed instant and gives whole minutes otherwise', () => {
    const zone = 'Asia/Shanghai'
    expect(nextAllowed('2026-11-23T02:00:31.007Z', zone, quiet, null)).toBe('2026-11-23T02:00:31.007Z')
    expect(nextAllowed('2026-11-22T23:59:59.999Z', zone, quiet, null)).toBe('2026-11-23T00:00:00.000Z')
  })

  it.each<[string, string, string, DaySpan, DaySpan | null, string]>([
    [
      'quiet hours that end inside the gap end with it',
      'America/New_York',
      '2026-03-08T05:00:00.000Z',
      { from: 1320, to: 150 },
      null,
      '2026-03-08T07:00:00.000Z',
    ],
    [
      'a wanted span inside the gap comes the day after',
      'America/New_York',
      '2026-03-08T05:00:00.000Z',
      none,
      { from: 120, to: 150 },
      '2026-03-09T06:00:00.000Z',
    ],
    [
      'a wanted span that the gap cuts begins after the gap',
      'America/New_York',
      '2026-03-08T05:00:00.000Z',
      none,
      { from: 150, to: 210 },
      '2026-03-08T07:00:00.000Z',
    ],
    [
      'in the second pass quiet hours end a second time',
      'America/New_York',
      '2026-11-01T06:10:00.000Z',
      { from: 1320, to: 90 },
      null,
      '2026-11-01T06:30:00.000Z',
    ],
    [
      'a wanted span that has passed comes again in the second pass',
      'America/New_York',
      '2026-11-01T05:45:00.000Z',
      none,
      { from: 60, to: 90 },
      '2026-11-01T06:00:00.000Z',
    ],
    [
      'half an hour of Lord Howe',
      'Australia/Lord_Howe',
      '2026-10-03T15:00:00.000Z',
      { from: 1320, to: 135 },
      null,
      '2026-10-03T15:30:00.000Z',
    ],
  ])('%s', (_what, zone, from, calm, wanted, expected) => {
    expect(nextAllowed(from, zone, calm, wanted)).toBe(expected)
  })
})

describe('nextAllowed against a scan of every minute', () => {
  /** Minute of the day by another formatter, read from its text. */
  const clocks = new Map<string, Intl.DateTimeFormat>()
  const minuteAt = (at: number, timeZone: string): number => {
    const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' })
    clocks.set(timeZone, clock)
    const [hour, minute] = clock.format(at).split(':').map(Number)
    return (hour as number) * 60 + (minute as number)
  }
  const holds = (minute: number, { from, to }: DaySpan): boolean => {
    const length = from <= to ? to - from : 1440 - from + to
    return (minute - from + 2880) % 1440 < length
  }
  const span = fc
    .tuple(fc.integer({ min: 0, max: 144 }), fc.integer({ min: 0, max: 144 }))
    .map(([from, to]) => ({ from: from * 10, to: to * 10 }))
  const nearTurns = fc.constantFrom(
    ['America/New_York', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-11-01T06:00:00Z'],
    ['Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T01:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
    ['Asia/Shanghai', '2026-12-31T16:00:00Z'],
    ['Asia/Kathmandu', '2026-12-31T18:15:00Z'],
  )

  it('is the first allowed minute, and null only when three days hold none', () => {
    fc.assert(
      fc.property(
        nearTurns,
        fc.integer({ min: -24 * 60, max: 180 }),
        span,
        fc.option(span, { nil: null }),
        ([zone, turn], shift, calm, wanted) => {
          const from = Date.parse(turn as string) + shift * MINUTE
          const allowed = (at: number): boolean => {
            const minute = minuteAt(at, zone as string)
            return !holds(minute, calm) && (wanted === null || holds(minute, wanted))
          }
          const found = nextAllowed(new Date(from).toISOString(), zone as string, calm, wanted)
          let first: number | null = null
          for (let at = from; at <= from + 3 * 1440 * MINUTE; at += MINUTE) {
            if (!allowed(at)) continue
            first = at
            break
          }
          expect(found).toBe(first === null ? null : new Date(first).toISOString())
        },
      ),
      { numRuns: 150 },
    )
  }, 60_000)
})

import fc from 'fast-check'
import { addDays, clockText, inSpan, instantAt, localMoment, offsetTurn } from './local-time'

const zones = [
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
]
const MINUTE = 60_000

/** What another formatter of another locale writes: YYYY-MM-DD HH:mm. */
const wall = (at: number | string, timeZone: string): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone }).slice(0, 16)
const wallOf = ({ date, minuteOfDay }: { date: string; minuteOfDay: number }): string =>
  `${date} ${clockText(minuteOfDay)}`

const anyZone = fc.constantFrom(...zones)
const anyMinute = fc
  .integer({ min: Date.parse('2011-01-01T00:00:00Z') / MINUTE, max: Date.parse('2040-01-01T00:00:00Z') / MINUTE })
  .map((minute) => minute * MINUTE)
const anyDate = fc.integer({ min: 0, max: 29 * 366 }).map((days) => addDays('2011-01-01', days))

describe('localMoment', () => {
  it.each([
    ['2026-11-23T02:00:00.000Z', 'Asia/Shanghai', '2026-11-23 10:00'],
    ['2026-11-22T15:59:59.999Z', 'Asia/Shanghai', '2026-11-22 23:59'],
    ['2026-11-22T16:00:00.000Z', 'Asia/Shanghai', '2026-11-23 00:00'],
    ['2026-12-31T18:14:00.000Z', 'Asia/Kathmandu', '2026-12-31 23:59'],
    ['2026-12-31T18:15:00.000Z', 'Asia/Kathmandu', '2027-01-01 00:00'],
    ['2027-01-01T04:59:00.000Z', 'America/New_York', '2026-12-31 23:59'],
    ['2026-03-08T06:59:00.000Z', 'America/New_York', '2026-03-08 01:59'],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '2026-03-08 03:00'],
    ['2026-10-03T15:29:00.000Z', 'Australia/Lord_Howe', '2026-10-04 01:59'],
    ['2026-10-03T15:30:00.000Z', 'Australia/Lord_Howe', '2026-10-04 02:30'],
    ['2028-02-29T12:00:00.000Z', 'UTC', '2028-02-29 12:00'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(wallOf(localMoment(instant, zone))).toBe(expected)
    expect(localMoment(new Date(instant), zone)).toEqual(localMoment(instant, zone))
  })

  it('writes what another formatter writes', () => {
    fc.assert(fc.property(anyMinute, anyZone, (at, zone) => wallOf(localMoment(new Date(at), zone)) === wall(at, zone)))
  })

  it('refuses a zone nobody knows', () => {
    expect(() => localMoment('2026-11-23T02:00:00.000Z', 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('instantAt', () => {
  const at = (date: string, clock: string, zone: string): string => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number)
    return instantAt({ date, minuteOfDay: hour * 60 + minute }, zone)
  }

  it.each([
    ['2026-11-23', '00:00', 'Asia/Shanghai', '2026-11-22T16:00:00.000Z'],
    ['2026-11-23', '23:59', 'Asia/Shanghai', '2026-11-23T15:59:00.000Z'],
    ['2027-01-01', '00:00', 'Asia/Kathmandu', '2026-12-31T18:15:00.000Z'],
    ['2026-12-31', '23:59', 'America/New_York', '2027-01-01T04:59:00.000Z'],
    ['2026-12-31', '24:00', 'America/New_York', '2027-01-01T05:00:00.000Z'],
  ])('%s %s in %s is %s', (date, clock, zone, expected) => {
    expect(at(date, clock, zone)).toBe(expected)
  })

  it.each([
    ['the last minute before it', '2026-03-08', '01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
    ['its first minute', '2026-03-08', '02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['its middle', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['its last minute', '2026-03-08', '02:59', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['the first minute after it', '2026-03-08', '03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['Berlin', '2026-03-29', '02:15', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['half an hour of Lord Howe', '2026-10-04', '02:10', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['after half an hour of Lord Howe', '2026-10-04', '02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['the day Samoa left out', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('gap, %s', (_what, date, clock, zone, expected) => {
    expect(at(date, clock, zone)).toBe(expected)
  })

  it.each([
    ['New York', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['after New York', '2026-11-01', '02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
    ['Berlin', '2026-10-25', '02:00', 'Europe/Berlin', '2026-10-25T00:00:00.000Z'],
    ['Lord Howe', '2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['after Lord Howe', '2026-04-05', '02:00', 'Australia/Lord_Howe', '2026-04-04T15:30:00.000Z'],
  ])('overlap, %s: the first of the two', (_what, date, clock, zone, expected) => {
    expect(at(date, clock, zone)).toBe(expected)
  })

  it('gives an instant back, or the earlier one with the same wall clock', () => {
    fc.assert(
      fc.property(anyMinute, anyZone, (instant, zone) => {
        const back = Date.parse(instantAt(localMoment(new Date(instant), zone), zone))
        expect(wall(back, zone)).toBe(wall(instant, zone))
        expect([0, 30 * MINUTE, 60 * MINUTE]).toContain(instant - back)
      }),
    )
  })

  it('shows the wanted wall clock first then, or jumps over it exactly then', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), anyZone, (date, minuteOfDay, zone) => {
        const wanted = wallOf({ date, minuteOfDay })
        const found = Date.parse(instantAt({ date, minuteOfDay }, zone))
        if (wall(found, zone) !== wanted) {
          expect(wall(found, zone) > wanted).toBe(true)
          expect(wall(found - MINUTE, zone) < wanted).toBe(true)
        } else {
          for (const earlier of [30, 60]) expect(wall(found - earlier * MINUTE, zone)).not.toBe(wanted)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('offsetTurn', () => {
  const ms = Date.parse
  it('finds the minute of the turn, its own end included', () => {
    const turn = ms('2026-03-08T07:00:00Z')
    expect(offsetTurn(ms('2026-03-07T12:00:00Z'), ms('2026-03-08T12:00:00Z'), 'America/New_York')).toBe(turn)
    expect(offsetTurn(turn - MINUTE, turn, 'America/New_York')).toBe(turn)
  })
  it('is null where nothing turns after the beginning', () => {
    const turn = ms('2026-03-08T07:00:00Z')
    expect(offsetTurn(turn, turn + 24 * 60 * MINUTE, 'America/New_York')).toBeNull()
    expect(offsetTurn(turn - 60 * MINUTE, turn - MINUTE, 'America/New_York')).toBeNull()
    expect(offsetTurn(turn - MINUTE, turn, 'Asia/Shanghai')).toBeNull()
  })
})

describe('addDays', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-08', 0, '2026-03-08'],
  ])('%s + %i = %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })
})

describe('clockText', () => {
  it.each([
    [0, '00:00'],
    [9, '00:09'],
    [545, '09:05'],
    [1439, '23:59'],
    [1440, '24:00'],
  ])('%i is %s', (minute, text) => {
    expect(clockText(minute)).toBe(text)
  })
})

describe('inSpan', () => {
  it.each([
    ['begins inclusive', 480, { from: 480, to: 540 }, true],
    ['ends exclusive', 540, { from: 480, to: 540 }, false],
    ['before it', 479, { from: 480, to: 540 }, false],
    ['passing midnight, evening', 1260, { from: 1260, to: 480 }, true],
    ['passing midnight, before', 1259, { from: 1260, to: 480 }, false],
    ['passing midnight, midnight', 0, { from: 1260, to: 480 }, true],
    ['passing midnight, last minute', 479, { from: 1260, to: 480 }, true],
    ['passing midnight, its end', 480, { from: 1260, to: 480 }, false],
    ['empty', 480, { from: 480, to: 480 }, false],
    ['until 24:00', 1439, { from: 1260, to: 1440 }, true],
    ['the whole day', 0, { from: 0, to: 1440 }, true],
    ['from 24:00', 0, { from: 1440, to: 480 }, true],
    ['from 24:00, evening', 1439, { from: 1440, to: 480 }, false],
  ])('%s', (_what, minute, span, expected) => {
    expect(inSpan(minute, span)).toBe(expected)
  })
})

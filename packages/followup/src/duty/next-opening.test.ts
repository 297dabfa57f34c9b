import fc from 'fast-check'
import { shanghai, team } from '../testdata/duty-roster'
import { nextOpening } from './next-opening'
import { isOpen } from './on-duty'

describe('nextOpening', () => {
  it.each([
    ['before work', '11-23', '07:00', '11-23', '08:00'],
    ['while open: that of the next day', '11-23', '10:00', '11-24', '08:00'],
    ['at the opening itself: that of the next day', '11-23', '08:00', '11-24', '08:00'],
    ['in the evening', '11-23', '22:00', '11-24', '08:00'],
    ['on Friday night', '11-27', '18:00', '11-30', '08:00'],
    ['on Sunday', '11-29', '12:00', '11-30', '08:00'],
  ])('%s', (_what, day, clock, thenDay, thenClock) =>
    expect(nextOpening(team(), shanghai(day, clock))).toBe(shanghai(thenDay, thenClock)),
  )

  it('passes holidays over and takes a workday of the calendar', () => {
    const at = shanghai('11-27', '19:00')
    expect(nextOpening(team(), at, (date) => (date === '2026-11-29' ? 'workday' : null))).toBe(
      shanghai('11-29', '08:00'),
    )
    expect(nextOpening(team(), at, (date) => (date < '2026-12-03' ? 'holiday' : null))).toBe(shanghai('12-03', '08:00'))
  })

  it('is null when nobody opens within 30 days', () => {
    const at = shanghai('11-23', '10:00')
    expect(nextOpening(team({ hours: { workdays: [], from: 480, to: 1080 } }), at)).toBeNull()
    expect(nextOpening(team(), at, () => 'holiday')).toBeNull()
    const on = (opening: string) => nextOpening(team(), at, (date) => (date === opening ? 'workday' : 'holiday'))
    expect(on('2026-12-23')).toBe(shanghai('12-23', '08:00'))
    expect(on('2026-12-24')).toBeNull()
  })

  it('is an opening: open then, closed the minute before, later than now', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const duty = fc
      .tuple(
        fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        minute,
        minute,
      )
      .filter(([, , from, to]) => from + 1 < to)
      .map(([timeZone, workdays, from, to]) => team({ timeZone, hours: { workdays, from, to } }))
    const at = fc
      .integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') })
      .map((ms) => new Date(ms).toISOString())
    fc.assert(
      fc.property(duty, at, (roster, now) => {
        const opening = nextOpening(roster, now) as string
        expect(opening > now).toBe(true)
        expect(isOpen(roster, opening)).toBe(true)
        expect(isOpen(roster, new Date(Date.parse(opening) - 1).toISOString())).toBe(false)
      }),
    )
  })
})

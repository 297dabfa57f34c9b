import fc from 'fast-check'
import { shanghai, team } from '../testdata/duty-roster'
import { isOpen } from './on-duty'
import { afterOpenMinutes, closingAfter } from './open-minutes'

describe('afterOpenMinutes', () => {
  it.each([
    ['within a day', '11-23', '10:00', 30, '11-23', '10:30'],
    ['nothing to wait for', '11-23', '10:00', 0, '11-23', '10:00'],
    ['closed: from the next opening', '11-23', '22:00', 0, '11-24', '08:00'],
    ['closed: minutes count from the opening', '11-23', '22:00', 15, '11-24', '08:15'],
    ['before work', '11-23', '06:00', 15, '11-23', '08:15'],
    ['what is left over at closing goes on', '11-23', '17:50', 15, '11-24', '08:05'],
    ['up at closing exactly: the next opening', '11-23', '17:50', 10, '11-24', '08:00'],
    ['over a weekend', '11-27', '17:50', 30, '11-30', '08:20'],
    ['over several days', '11-23', '08:00', 25 * 60, '11-25', '13:00'],
  ])('%s', (_what, day, clock, minutes, thenDay, thenClock) =>
    expect(afterOpenMinutes(team(), shanghai(day, clock), minutes)).toBe(shanghai(thenDay, thenClock)),
  )

  it('goes on over midnight where the team never closes', () => {
    const duty = team({ hours: { workdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 } })
    expect(afterOpenMinutes(duty, shanghai('11-23', '23:50'), 30)).toBe(shanghai('11-24', '00:20'))
    expect(afterOpenMinutes(duty, shanghai('11-23', '12:00'), 3 * 1440)).toBe(shanghai('11-26', '12:00'))
  })

  it('counts by the wall where the team does not open for a month', () => {
    const at = shanghai('11-23', '22:00')
    expect(afterOpenMinutes(team(), at, 15, () => 'holiday')).toBe(shanghai('11-23', '22:15'))
    const closingDown = (date: string) => (date > '2026-11-23' ? ('holiday' as const) : null)
    expect(afterOpenMinutes(team(), shanghai('11-23', '17:50'), 15, closingDown)).toBe(shanghai('11-23', '18:05'))
  })

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s minutes', (minutes) =>
    expect(() => afterOpenMinutes(team(), shanghai('11-23', '10:00'), minutes)).toThrow(RangeError),
  )

  it('is an open minute, with exactly as many open minutes between', () => {
    const start = fc.integer({ min: 0, max: 9 * 1440 })
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 700 }), (from, minutes) => {
        const at = (minute: number) => new Date(Date.parse('2026-11-23T00:00:00.000Z') + minute * 60_000).toISOString()
        const until = afterOpenMinutes(team(), at(from), minutes)
        expect(isOpen(team(), until)).toBe(true)
        let count = 0
        for (let minute = from; at(minute) < until; minute++) if (isOpen(team(), at(minute))) count++
        expect(count).toBe(minutes)
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

describe('closingAfter', () => {
  it('is the closing of the day while open, and null while closed', () => {
    expect(closingAfter(team(), shanghai('11-23', '08:00'))).toBe(shanghai('11-23', '18:00'))
    expect(closingAfter(team(), shanghai('11-23', '17:59'))).toBe(shanghai('11-23', '18:00'))
    expect(closingAfter(team(), shanghai('11-23', '18:00'))).toBeNull()
    expect(closingAfter(team(), shanghai('11-29', '10:00'))).toBeNull()
  })
})

import { member, shanghai, team } from '../testdata/duty-roster'
import type { DutyCalendar } from './duty'
import { isOnDuty, isOpen } from './on-duty'

describe('isOpen', () => {
  it.each([
    ['11-23', '07:59', false],
    ['11-23', '08:00', true],
    ['11-23', '17:59', true],
    ['11-23', '18:00', false],
    ['11-23', '23:30', false],
    ['11-27', '10:00', true],
    ['11-28', '10:00', false],
    ['11-29', '10:00', false],
  ])('%s %s: %s', (day, clock, open) => expect(isOpen(team(), shanghai(day, clock))).toBe(open))

  it('follows the place, not the host: the same instant is night elsewhere', () => {
    const at = shanghai('11-23', '10:00')
    expect(isOpen(team({ timeZone: 'Europe/Berlin' }), at)).toBe(false)
    expect(isOpen(team({ timeZone: 'Asia/Tokyo' }), at)).toBe(true)
  })

  it('lets the calendar win over the weekday', () => {
    const calendar: DutyCalendar = (date) =>
      date === '2026-11-23' ? 'holiday' : date === '2026-11-28' ? 'workday' : null
    expect(isOpen(team(), shanghai('11-23', '10:00'), calendar)).toBe(false)
    expect(isOpen(team(), shanghai('11-28', '10:00'), calendar)).toBe(true)
    expect(isOpen(team(), shanghai('11-28', '19:00'), calendar)).toBe(false)
    expect(isOpen(team(), shanghai('11-24', '10:00'), calendar)).toBe(true)
    expect(isOpen(team(), shanghai('11-29', '10:00'), calendar)).toBe(false)
  })

  it('is open on the last minute of a team that works until midnight', () => {
    const duty = team({ hours: { workdays: [1], from: 0, to: 1440 } })
    expect(isOpen(duty, shanghai('11-23', '23:59'))).toBe(true)
    expect(isOpen(duty, shanghai('11-24', '00:00'))).toBe(false)
  })

  it('begins after the gap where daylight saving skips the opening, and stays shut where it skips the whole', () => {
    const spring = (from: number, to: number) =>
      team({ timeZone: 'America/New_York', hours: { workdays: [7], from, to } })
    expect(isOpen(spring(150, 240), '2026-03-08T06:59:00.000Z')).toBe(false)
    expect(isOpen(spring(150, 240), '2026-03-08T07:00:00.000Z')).toBe(true)
    expect(isOpen(spring(130, 170), '2026-03-08T07:00:00.000Z')).toBe(false)
  })
})

describe('isOnDuty', () => {
  it.each([
    ['hours', true, false],
    ['always', true, true],
    ['off', false, false],
  ] as const)('%s: by day %s, by night %s', (availability, day, night) => {
    const person = member('x', 'physician', { availability })
    expect(isOnDuty(team(), person, shanghai('11-23', '10:00'))).toBe(day)
    expect(isOnDuty(team(), person, shanghai('11-23', '22:00'))).toBe(night)
  })

  it('asks the calendar', () => {
    const at = shanghai('11-23', '10:00')
    expect(isOnDuty(team(), member('x', 'physician'), at, () => 'holiday')).toBe(false)
  })
})

import { shanghai } from '../testdata/duty-roster'
import { openingWords } from './opening-words'

describe('openingWords', () => {
  it.each([
    ['11-23', '14:00', '今天 14:00'],
    ['11-24', '08:00', '明天 08:00'],
    ['11-25', '08:00', '周三 08:00'],
    ['11-29', '08:30', '周日 08:30'],
    ['11-30', '08:00', '11月30日 08:00'],
    ['12-01', '09:05', '12月1日 09:05'],
  ])('on Monday 11-23, %s %s is %s', (day, clock, words) =>
    expect(openingWords(shanghai(day, clock), shanghai('11-23', '12:00'), 'Asia/Shanghai')).toBe(words),
  )

  it.each([
    ['11-27', '11-30', '周一 08:00'],
    ['11-28', '11-30', '周一 08:00'],
    ['11-29', '11-30', '明天 08:00'],
    ['12-25', '12-31', '周四 08:00'],
  ])('asked on %s at night, %s is %s', (today, day, words) =>
    expect(openingWords(shanghai(day, '08:00'), shanghai(today, '23:59'), 'Asia/Shanghai')).toBe(words),
  )

  it('names the day of the place: half past midnight is already today', () => {
    const now = '2026-11-23T16:30:00.000Z'
    expect(openingWords('2026-11-24T00:00:00.000Z', now, 'Asia/Shanghai')).toBe('今天 08:00')
    expect(openingWords('2026-11-24T00:00:00.000Z', now, 'Europe/London')).toBe('明天 00:00')
  })

  it('goes on over the end of a year', () => {
    const now = shanghai('12-31', '20:00')
    expect(openingWords('2027-01-01T00:00:00.000Z', now, 'Asia/Shanghai')).toBe('明天 08:00')
    expect(openingWords('2027-01-08T00:00:00.000Z', now, 'Asia/Shanghai')).toBe('1月8日 08:00')
  })
})

import { localTime } from './local-time'

describe('localTime', () => {
  it.each([
    ['2026-11-22T15:59:00.000Z', 'Asia/Shanghai', '2026-11-22', '23:59'],
    ['2026-11-22T16:00:00.000Z', 'Asia/Shanghai', '2026-11-23', '00:00'],
    ['2026-07-01T12:00:00.000Z', 'Europe/Berlin', '2026-07-01', '14:00'],
    ['2026-12-01T12:00:00.000Z', 'Europe/Berlin', '2026-12-01', '13:00'],
    ['2026-07-01T04:30:00.000Z', 'America/New_York', '2026-07-01', '00:30'],
  ])('%s in %s', (instant, zone, day, time) => {
    expect(localTime(instant, zone)).toEqual({ day, time })
  })

  it('takes the phone’s own offset where there is no Intl', () => {
    const real = Intl.DateTimeFormat
    Intl.DateTimeFormat = (() => {
      throw new Error('no Intl')
    }) as never
    try {
      const own = localTime('2026-07-01T12:00:00.000Z', 'Europe/Berlin')
      expect(own.time).toBe(new Date('2026-07-01T12:00:00.000Z').toTimeString().slice(0, 5))
    } finally {
      Intl.DateTimeFormat = real
    }
  })
})

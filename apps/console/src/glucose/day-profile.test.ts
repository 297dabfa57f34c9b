import { dayProfile } from './day-profile'
import { trendTicks } from './trend-ticks'

const slot = (minuteOfDay: number) => ({ minuteOfDay, p5: 4, p25: 5, p50: 6, p75: 7, p95: 8 })

it('fills the day, empty where nothing was measured', () => {
  const { slots, slotMinutes } = dayProfile([slot(0), slot(30), slot(90)])
  expect(slotMinutes).toBe(30)
  expect(slots).toHaveLength(48)
  expect(slots.slice(0, 4).map(({ percentiles }) => percentiles?.p50 ?? null)).toEqual([6, 6, null, 6])
})

it('takes quarter hours when the slots do not say', () => {
  expect(dayProfile([slot(0)]).slotMinutes).toBe(15)
  expect(dayProfile([]).slots.every(({ percentiles }) => percentiles === null)).toBe(true)
})

it('marks local midnights, thinned for long spans, and hours for one day', () => {
  const to = '2026-11-24T02:48:00.000Z'
  expect(trendTicks('2026-11-17T02:48:00.000Z', to, 7, 'Asia/Shanghai').map(({ label }) => label)).toEqual([
    '11月18日',
    '11月19日',
    '11月20日',
    '11月21日',
    '11月22日',
    '11月23日',
    '11月24日',
  ])
  expect(trendTicks('2026-11-10T02:48:00.000Z', to, 14, 'Asia/Shanghai')).toHaveLength(7)
  expect(trendTicks('2026-11-23T02:48:00.000Z', to, 1, 'Asia/Shanghai').map(({ label }) => label)).toEqual([
    '12:00',
    '18:00',
    '00:00',
    '06:00',
  ])
})

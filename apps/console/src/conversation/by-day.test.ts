import { byDay } from './by-day'

const at = (instant: string) => ({ at: instant })

it('breaks at local midnight, not at that of UTC', () => {
  const days = byDay([at('2026-11-23T15:59:00.000Z'), at('2026-11-23T16:00:00.000Z'), at('2026-11-24T00:30:00.000Z')])
  expect(days.map(({ day, said }) => [day, said.length])).toEqual([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
  ])
})

it('reads the zone it is given', () =>
  expect(byDay([at('2026-11-24T02:00:00.000Z')], 'America/New_York')[0]?.day).toBe('2026-11-23'))

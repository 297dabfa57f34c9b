import { truncated } from './truncated'

describe('truncated', () => {
  it.each([
    ['2026-05-06T17:30:00Z', 'day', 'Asia/Shanghai', 'sunday', '2026-05-06T16:00:00.000Z'],
    ['2026-05-06T17:30:00Z', 'week', 'UTC', 'monday', '2026-05-04T00:00:00.000Z'],
    ['2026-05-06T17:30:00Z', 'month', 'America/New_York', 'sunday', '2026-05-01T04:00:00.000Z'],
    ['1960-09-09T17:01:01Z', 'quarter', 'UTC', 'sunday', '1960-07-01T00:00:00.000Z'],
    ['2025-12-31T16:00:00Z', 'year', 'Asia/Shanghai', 'sunday', '2025-12-31T16:00:00.000Z'],
    ['2024-03-10T12:00:00Z', 'day', 'America/New_York', 'sunday', '2024-03-10T05:00:00.000Z'],
    ['2024-11-03T12:00:00Z', 'day', 'America/New_York', 'sunday', '2024-11-03T04:00:00.000Z'],
    ['2026-05-06T00:00:00Z', 'day', '-03:30', 'sunday', '2026-05-05T03:30:00.000Z'],
  ] as const)('%s by %s in %s from %s is %s', (at, unit, timezone, startOfWeek, start) => {
    expect(truncated(new Date(at), unit, timezone, startOfWeek).toISOString()).toBe(start)
  })
})

import { dayLabel } from './day-label'

const now = '2026-11-23T02:15:00.000Z'

it.each([
  ['2026-11-23', '今天'],
  ['2026-11-22', '昨天'],
  ['2026-11-20', '11月20日 周五'],
  ['2025-12-31', '2025年12月31日 周三'],
])('%s is headed %s', (day, label) => {
  expect(dayLabel(day, now, 'Asia/Shanghai')).toBe(label)
})

it('changes day with the patient’s clock, not with UTC', () => {
  expect(dayLabel('2026-11-22', '2026-11-22T15:30:00.000Z', 'Asia/Shanghai')).toBe('今天')
  expect(dayLabel('2026-11-22', '2026-11-22T16:30:00.000Z', 'Asia/Shanghai')).toBe('昨天')
})

import { localParts } from '@suixing/ui'
import { dayLabel } from './day-label'

const label = (at: string, now: string) => dayLabel(localParts(at, 'Asia/Shanghai'), localParts(now, 'Asia/Shanghai'))

it.each([
  ['2026-11-22T16:30:00.000Z', '今天'],
  ['2026-11-22T15:30:00.000Z', '昨天'],
  ['2026-11-20T04:00:00.000Z', '11月20日 周五'],
  ['2025-12-31T04:00:00.000Z', '2025年12月31日 周三'],
])('%s is headed %s on the morning of 23 November', (at, words) => {
  expect(label(at, '2026-11-23T02:15:00.000Z')).toBe(words)
})

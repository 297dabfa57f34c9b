import type { Duty } from './duty'
import { afterOpenMinutes } from './open-minutes'
import { openMinutesBetween } from './open-minutes-between'

const duty: Duty = {
  timeZone: 'Asia/Shanghai',
  hours: { workdays: [1, 2, 3, 4, 5], from: 480, to: 1050 },
  members: [],
  onCallStaffId: null,
}

test.each([
  ['within a morning', '2026-11-23T01:00:00.000Z', '2026-11-23T02:30:00.000Z', 90],
  ['over a night', '2026-11-23T09:00:00.000Z', '2026-11-24T00:30:00.000Z', 60],
  ['over a weekend', '2026-11-27T09:00:00.000Z', '2026-11-30T00:30:00.000Z', 60],
  ['in the night alone', '2026-11-23T12:00:00.000Z', '2026-11-23T20:00:00.000Z', 0],
  ['backwards', '2026-11-23T02:30:00.000Z', '2026-11-23T01:00:00.000Z', 0],
])('%s', (_, from, to, minutes) => {
  expect(openMinutesBetween(duty, from, to)).toBe(minutes)
})

test.each([1, 59, 570, 571, 3000])('%d open minutes later are so many open minutes', (minutes) => {
  const from = '2026-11-25T05:17:00.000Z'
  expect(openMinutesBetween(duty, from, afterOpenMinutes(duty, from, minutes))).toBe(minutes)
})

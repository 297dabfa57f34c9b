import { urgentLabel, waitingLabel } from './waiting-label'

const now = '2026-11-23T02:48:00.000Z'

it.each([
  ['2026-11-23T02:47:30.000Z', '等回复'],
  ['2026-11-23T02:50:00.000Z', '等回复'],
  ['2026-11-23T02:34:00.000Z', '等回复 14 分'],
  ['2026-11-23T01:48:01.000Z', '等回复 59 分'],
  ['2026-11-22T23:48:00.000Z', '等回复 3 小时'],
  ['2026-11-21T02:48:00.000Z', '等回复 2 天'],
])('since %s: %s', (since, label) => {
  expect(waitingLabel(since, now)).toBe(label)
})

it.each([
  ['2026-11-23T02:47:30.000Z', '紧急'],
  ['2026-11-23T02:34:00.000Z', '紧急 · 14 分'],
])('urgent since %s: %s', (since, label) => {
  expect(urgentLabel(since, now)).toBe(label)
})

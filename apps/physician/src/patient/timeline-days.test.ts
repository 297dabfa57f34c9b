import type { TimelineEntry } from './timeline-entry'
import { timelineDays } from './timeline-days'

const entry = (id: string, at: string): TimelineEntry => ({ id, at, icon: 'flag', disc: 'plain', what: id })

it('groups by the patient’s local day and keeps the order', () => {
  const days = timelineDays(
    [
      entry('c', '2026-11-23T02:12:00.000Z'),
      entry('b', '2026-11-22T16:01:00.000Z'),
      entry('a', '2026-11-22T15:59:00.000Z'),
    ],
    '2026-11-23T02:15:00.000Z',
    'Asia/Shanghai',
  )
  expect(days.map(({ label, entries }) => [label, entries.map(({ id, time }) => `${id} ${time}`)])).toEqual([
    ['今天', ['c 10:12', 'b 00:01']],
    ['昨天', ['a 23:59']],
  ])
})

it('has no days without entries', () => {
  expect(timelineDays([], '2026-11-23T02:15:00.000Z', 'Asia/Shanghai')).toEqual([])
})

it('says when what is still to come is due', () => {
  const put = { ...entry('a', '2026-11-22T13:15:00.000Z'), due: '2026-11-23T00:00:00.000Z' }
  const [day] = timelineDays([put], '2026-11-22T14:00:00.000Z', 'Asia/Shanghai')
  expect(day?.entries[0]).toMatchObject({ time: '21:15', dueText: '明天 08:00' })
})

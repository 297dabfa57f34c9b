import { placeInTime } from './place-in-time'
import { zonedClock, type ZonedClock } from './zoned-clock'

const clock = zonedClock('America/New_York') as ZonedClock
const rows = (...times: string[]) =>
  times.map((time, i) => ({ line: i + 2, wall: Date.parse(`2024-11-03T${time}:00Z`), series: 'sensor' }))
const placed = (given: ReturnType<typeof rows>) => {
  const { instants, notes } = placeInTime(given, clock)
  const times = given.map(({ line }) => new Date(instants.get(line) ?? NaN).toISOString().slice(11, 16))
  return { times, codes: notes.map(({ code }) => code) }
}

test('a series that goes back within the hour shown twice is in its second showing', () => {
  expect(placed(rows('00:45', '01:00', '01:30', '01:00', '01:30', '02:00'))).toEqual({
    times: ['04:45', '05:00', '05:30', '06:00', '06:30', '07:00'],
    codes: Array(4).fill('clock-overlap-by-order'),
  })
})

test('so it is in a file with the newest row first', () => {
  expect(placed(rows('02:00', '01:30', '01:00', '01:30', '01:00', '00:45')).times).toEqual([
    '07:00',
    '06:30',
    '06:00',
    '05:30',
    '05:00',
    '04:45',
  ])
})

test('without a step back the first showing is taken, and said', () => {
  expect(placed(rows('00:45', '01:00', '01:30', '02:00'))).toEqual({
    times: ['04:45', '05:00', '05:30', '07:00'],
    codes: ['clock-overlap-first', 'clock-overlap-first'],
  })
})

test('rows without order say nothing about the hour shown twice', () => {
  const { times, codes } = placed(rows('05:00', '01:30', '01:00', '03:00', '00:10'))
  expect(times.slice(1, 3)).toEqual(['05:30', '05:00'])
  expect(codes).toEqual(['clock-overlap-first', 'clock-overlap-first'])
})

test('a scan between the rows of the sensor is no step back', () => {
  const sensor = rows('01:15', '01:30', '01:45')
  const scan = { line: 9, wall: Date.parse('2024-11-03T01:20:00Z'), series: 'scan' }
  expect(placeInTime([...sensor, scan], clock).notes.map(({ code }) => code)).toEqual(
    Array(4).fill('clock-overlap-first'),
  )
})

test('a time the clock skipped is placed and said', () => {
  const { instants, notes } = placeInTime(
    [{ line: 7, wall: Date.parse('2024-03-10T02:30:00Z'), series: 'strip' }],
    clock,
  )
  expect(new Date(instants.get(7) ?? NaN).toISOString()).toBe('2024-03-10T07:30:00.000Z')
  expect(notes).toMatchObject([{ code: 'clock-gap', line: 7 }])
})

test('each year has its own hour', () => {
  const year = (y: number, time: string, line: number) => ({
    line,
    wall: Date.parse(`${y}-11-03T${time}:00Z`),
    series: 'sensor',
  })
  const walls = [year(2019, '01:00', 2), year(2019, '01:00', 3), year(2024, '01:30', 4), year(2024, '01:10', 5)]
  const { instants } = placeInTime(walls, clock)
  expect([...instants.values()].map((at) => new Date(at).toISOString().slice(0, 16))).toEqual([
    '2019-11-03T05:00',
    '2019-11-03T05:00',
    '2024-11-03T05:30',
    '2024-11-03T06:10',
  ])
})

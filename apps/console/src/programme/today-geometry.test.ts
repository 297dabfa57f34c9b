import { niceCeiling, todayGeometry } from './today-geometry'

const box = { width: 730, height: 222 }
const night = { from: 1260, to: 480 }
const hour = (at: number, sent: number, open = 0, ended = 0) => ({ hour: at, sent, open, ended })

it('shows two hours of either quiet end when nothing asks for more', () => {
  const { hours, quiet, left, right } = todayGeometry([hour(9, 5)], night, 600, box)
  expect(hours.map((mark) => mark.hour)).toEqual([6, 9, 12, 15, 18, 21])
  expect(quiet).toHaveLength(2)
  expect(quiet[0]!.x).toBe(left)
  expect(quiet[1]!.x + quiet[1]!.width).toBeCloseTo(right)
})

it('widens for what happened at night and for a now at night', () => {
  expect(todayGeometry([hour(2, 1)], night, 600, box).hours[0]!.hour).toBeLessThanOrEqual(4)
  const late = todayGeometry([], night, 1439, box)
  expect(late.nowX).toBeLessThanOrEqual(late.right)
  expect(late.nowX).toBeGreaterThan(late.right - 10)
})

it('stacks sent, open, ended without overlap, up to the sum', () => {
  const { segments, base, top } = todayGeometry([hour(10, 40, 40, 20)], night, 648, box)
  expect(segments.map(({ series }) => series)).toEqual(['sent', 'open', 'ended'])
  for (const [below, above] of [
    [0, 1],
    [1, 2],
  ] as const)
    expect(segments[above]!.y + segments[above]!.height).toBeLessThanOrEqual(segments[below]!.y)
  expect(segments[2]!.y).toBeCloseTo(top)
  expect(segments[0]!.y + segments[0]!.height).toBeLessThanOrEqual(base)
})

it('leaves zero counts out and marks hours that have not begun', () => {
  const { segments } = todayGeometry([hour(10, 0, 3), hour(11, 0, 3)], night, 648, box)
  expect(segments.map(({ hour: at, ahead }) => [at, ahead])).toEqual([
    [10, false],
    [11, true],
  ])
})

it('draws one quiet stretch at noon and none when there is none', () => {
  expect(todayGeometry([], { from: 720, to: 840 }, 600, box).quiet).toHaveLength(1)
  expect(todayGeometry([], { from: 0, to: 0 }, 600, box).quiet).toEqual([])
})

it('labels whole numbers only', () => {
  expect(todayGeometry([hour(9, 1)], night, 600, box).ticks.map(({ value }) => value)).toEqual([0, 1])
  expect(todayGeometry([hour(9, 83)], night, 600, box).ticks.map(({ value }) => value)).toEqual([0, 50, 100])
})

it.each([
  [1, 1],
  [3, 4],
  [5, 5],
  [6, 10],
  [11, 20],
  [41, 50],
  [101, 200],
  [999, 1000],
])('rounds %i up to %i', (count, ceiling) => expect(niceCeiling(count)).toBe(ceiling))

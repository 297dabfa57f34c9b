import { byDayGeometry, dayLabel } from './by-day-geometry'

const day = (date: string, received: number, answered: number, handedOver: number) => ({
  day: date,
  received,
  answered,
  handedOver,
})
const box = { width: 734, height: 232 }

it('draws counts by one scale, zero on the base', () => {
  const { bars, base, ticks } = byDayGeometry([day('2026-11-23', 20, 10, 0), day('2026-11-24', 0, 0, 5)], box)
  const [first, second] = bars
  expect(base - first!.receivedY).toBeCloseTo(2 * (base - first!.answeredY))
  expect(second!.receivedY).toBe(base)
  expect(base - second!.handedOver.y).toBeCloseTo((base - first!.receivedY) / 4)
  expect(ticks.map(({ value }) => value)).toEqual([0, 10, 20])
})

it('keeps bars of a day apart from each other and from the next day', () => {
  const days = Array.from({ length: 90 }, (_, index) => day(`2026-09-${index}`, 9, 5, 2))
  const { bars, right } = byDayGeometry(days, box)
  bars.forEach((bar, index) => {
    expect(bar.handedOver.x).toBeGreaterThan(bar.x + bar.width)
    expect(bar.handedOver.x + bar.handedOver.width).toBeLessThan(bars[index + 1]?.x ?? right)
  })
})

it('labels the last day, and no more days than fit', () => {
  const days = Array.from({ length: 30 }, (_, index) => day(`2026-11-${String(index + 1).padStart(2, '0')}`, 1, 1, 0))
  const { labels } = byDayGeometry(days, box)
  expect(labels.at(-1)?.text).toBe('11/30')
  for (const [index, label] of labels.slice(1).entries()) expect(label.x - labels[index]!.x).toBeGreaterThan(44)
})

it('draws an empty span without bars', () => {
  expect(byDayGeometry([], box)).toMatchObject({ bars: [], labels: [] })
  expect(dayLabel('2026-01-05')).toBe('1/5')
})

import type { GlucoseView } from '@suixing/contracts'
import { localDay, offsetMinutes } from './local-day'
import { trendDrawing } from './trend-drawing'
import { trendTicks } from './trend-ticks'

const point = (at: string, minuteOfDay: number, value: number | 'HI'): GlucoseView['points'][number] => ({
  at,
  minuteOfDay,
  glucose: value === 'HI' ? { kind: 'HI', unit: 'mmol/L' } : { kind: 'number', value, unit: 'mmol/L' },
  level: value === 'HI' ? 'veryHigh' : value > 10 ? 'high' : 'inRange',
})
const view: GlucoseView = {
  from: '2026-11-10T16:00:00.000Z',
  to: '2026-11-24T01:00:00.000Z',
  current: true,
  days: 14,
  timeZone: 'Asia/Shanghai',
  joinWithinMinutes: 30,
  source: 'smbg',
  points: [
    point('2026-11-12T22:30:00.000Z', 390, 6.1),
    point('2026-11-15T10:00:00.000Z', 1080, 12.1),
    point('2026-11-20T10:00:00.000Z', 1080, 'HI'),
  ],
  counts: { veryLow: 0, low: 0, inRange: 1, high: 1, veryHigh: 1 },
  total: 3,
  summary: {
    meanMmolPerL: null,
    standardDeviationMmolPerL: null,
    coefficientOfVariationPercent: null,
    glucoseManagementIndicatorPercent: null,
    wearPercent: null,
    sufficient: false,
  },
  profile: null,
  latest: null,
  previous: null,
  attribution: null,
}
const box = { width: 311, height: 178, fontSize: 16, markRadius: 4.6 }
const words = (drawing: ReturnType<typeof trendDrawing>) =>
  drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

test('a reading belongs to the day of the patient, east and west of Greenwich', () => {
  expect(offsetMinutes({ at: '2026-11-12T22:30:00.000Z', minuteOfDay: 390 })).toBe(480)
  expect(localDay({ at: '2026-11-12T22:30:00.000Z', minuteOfDay: 390 })).toBe('2026-11-13')
  expect(offsetMinutes({ at: '2026-11-12T02:00:00.000Z', minuteOfDay: 1260 })).toBe(-300)
  expect(localDay({ at: '2026-11-12T02:00:00.000Z', minuteOfDay: 1260 })).toBe('2026-11-11')
})

test('fourteen days are named about every five, the last one 今天', () => {
  const ticks = trendTicks({
    from: Date.parse(view.from),
    to: Date.parse(view.to),
    days: 14,
    timeZone: 'Asia/Shanghai',
    current: true,
  })
  expect(ticks.map(({ label }) => label)).toEqual(['11/11', '11/16', '11/21', '今天'])
})

test('one day is named by its hours', () => {
  const from = Date.parse('2026-11-23T16:00:00.000Z')
  const ticks = trendTicks({ from, to: from + 86_400_000, days: 1, timeZone: 'Asia/Shanghai', current: true })
  expect(ticks.map(({ label }) => label)).toEqual(['0 点', '6 点', '12 点', '18 点', '0 点'])
})

test('numbers are marks by their range, HI is a word and no mark', () => {
  const drawing = trendDrawing(view, box)
  expect(drawing.marks.filter(({ kind }) => kind === 'dot')).toHaveLength(1)
  expect(drawing.marks.filter(({ kind }) => kind === 'triangle')).toHaveLength(1)
  expect(words(drawing)).toEqual(expect.arrayContaining(['3.9', '10.0', 'HI', '今天']))
})

test('a sensor is a line, not a dot for each reading', () => {
  const points = Array.from({ length: 200 }, (_, index) =>
    point(
      new Date(Date.parse('2026-11-20T00:00:00.000Z') + index * 300_000).toISOString(),
      (480 + index * 5) % 1440,
      7,
    ),
  )
  const drawing = trendDrawing({ ...view, source: 'cgm', points }, box)
  expect(drawing.marks.filter(({ kind }) => kind === 'dot')).toHaveLength(0)
  expect(drawing.marks.some(({ kind, role }) => kind === 'line' && role === 'trace')).toBe(true)
})

import type { GlucoseValue } from './glucose-value'
import { medianTrend } from './median-trend'

const on = (localDay: string, ...values: number[]) =>
  values.map((value) => ({ localDay, value: { kind: 'number', value, unit: 'mmol/L' } satisfies GlucoseValue }))

test('each day takes its neighbours in', () => {
  const values = [...on('2024-02-28', 5, 6), ...on('2024-02-29', 7), ...on('2024-03-01', 9, 10)]
  expect(medianTrend(values, 'mmol/L')).toEqual([
    { localDay: '2024-02-28', median: 6, n: 3 },
    { localDay: '2024-02-29', median: 7, n: 5 },
    { localDay: '2024-03-01', median: 9, n: 3 },
  ])
})

test('a day without readings has no point, and days beyond it have no say', () => {
  const values = [...on('2024-01-04', 20), ...on('2024-01-01', 5)]
  expect(medianTrend(values, 'mmol/L').map(({ localDay, median }) => [localDay, median])).toEqual([
    ['2024-01-01', 5],
    ['2024-01-04', 20],
  ])
})

test('the median is in the unit asked for, and a word where it falls on one', () => {
  const [point] = medianTrend(on('2024-01-01', 10), 'mg/dL')
  expect(point?.median).toBeCloseTo(180.1559, 4)
  expect(medianTrend([{ localDay: '2024-01-01', value: { kind: 'LO', unit: 'mmol/L' } }], 'mmol/L')[0]?.median).toBe(
    'LO',
  )
})

test('no readings, no line', () => {
  expect(medianTrend([], 'mmol/L')).toEqual([])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { summary } from '../summary'
import type { FileReading, ReadFile, ReadOptions } from './glucose-file'
import { readGlucoseFile } from './read-glucose-file'

const folder = join(__dirname, '../../testdata/cgm')
const read = (fileName: string, options: Partial<ReadOptions> = {}): ReadFile => {
  const file = readGlucoseFile(readFileSync(join(folder, fileName)), { timeZone: 'UTC', fileName, ...options })
  if (file.outcome !== 'read') throw new Error(JSON.stringify(file))
  return file
}
const accounted = (file: ReadFile) =>
  file.readings.length + file.duplicates.length + file.rejected.length + file.skipped.length
const amount = ({ value }: FileReading) => (value.kind === 'number' ? value.value : value.kind)
const point = (reading: FileReading) => `${reading.at.slice(0, 16)} ${amount(reading)}`

describe('FreeStyle Libre', () => {
  const raw = read('libre-export-raw.csv')
  const cleaned = read('libre-cleaned.csv')

  test('every historic row is taken, from the historic column although its record type is 1', () => {
    expect(raw).toMatchObject({
      format: 'libre',
      unit: 'mg/dL',
      unitFrom: 'file',
      rows: 1337,
      rejected: [],
      skipped: [],
    })
    expect(raw.readings).toHaveLength(1337)
    expect(new Set(raw.readings.map(({ source }) => source))).toEqual(new Set(['sensor']))
    expect(raw.readings[0]).toEqual({
      at: '2018-08-01T12:00:00.000Z',
      value: { kind: 'number', value: 117, unit: 'mg/dL' },
      source: 'sensor',
      localTime: '2018-08-01T12:00:00',
      line: 4,
    })
  })

  test('between the first and last row of the cleaned series the two are equal; cleaning only cut the ends', () => {
    const points = raw.readings.map(point)
    const start = points.indexOf('2018-08-01T16:15 92')
    expect(start).toBe(17)
    expect(points.slice(start, start + 1248)).toEqual(cleaned.readings.map(point))
    expect(points.length - start - 1248).toBe(72)
  })
})

describe('Dexcom', () => {
  const raw = read('dexcom-export-raw.txt')
  const cleaned = read('dexcom-cleaned.csv', { dateOrder: 'MDY' })

  test('every EGV row is taken, every other row is skipped by its kind', () => {
    expect(raw).toMatchObject({
      format: 'dexcom',
      unit: 'mg/dL',
      unitFrom: 'file',
      rows: 1440,
      rejected: [],
      duplicates: [],
    })
    expect(raw.readings).toHaveLength(1411)
    const kinds = new Map<string, number>()
    for (const { kind } of raw.skipped) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    expect(Object.fromEntries(kinds)).toEqual({
      FirstName: 1,
      LastName: 1,
      PatientIdentifier: 1,
      DateOfBirth: 1,
      Device: 2,
      Alert: 10,
      Calibration: 12,
      Exercise: 1,
    })
    expect(accounted(raw)).toBe(raw.rows)
  })

  test('the cleaned series is the raw one without its ends, and with eleven points of its own in short gaps', () => {
    const points = new Set(raw.readings.map(point))
    const invented = cleaned.readings.map(point).filter((one) => !points.has(one))
    expect(invented).toEqual([
      '2018-11-01T05:41 86',
      '2018-11-01T17:02 127',
      '2018-11-02T05:29 118',
      '2018-11-02T17:43 67',
      '2018-11-03T07:33 109',
      '2018-11-03T07:33 113',
      '2018-11-03T19:44 151',
      '2018-11-03T20:23 99',
      '2018-11-04T08:51 105',
      '2018-11-04T20:25 197.5',
      '2018-11-04T20:59 93',
    ])
    const kept = new Set(cleaned.readings.map(point))
    const [first = '', last = ''] = ['2018-11-01T04:07', '2018-11-05T04:01']
    const within = raw.readings.map(point).filter((one) => one.slice(0, 16) >= first && one.slice(0, 16) <= last)
    expect(within.filter((one) => !kept.has(one))).toEqual([])
    expect(within.length + invented.length).toBe(cleaned.readings.length)
  })
})

test('AZT1D: every row is a reading or a repetition of one', () => {
  const file = read('azt1d-subject-8.csv')
  expect(file).toMatchObject({
    format: 'generic',
    unit: 'mg/dL',
    unitFrom: 'file',
    rows: 7789,
    rejected: [],
    skipped: [],
  })
  expect([file.readings.length, file.duplicates.length]).toEqual([7770, 19])
  const lines = readFileSync(join(folder, 'azt1d-subject-8.csv'), 'utf8').split('\n')
  for (const { line, sameAs } of file.duplicates) expect(lines[line - 1]).toBe(lines[sameAs - 1])
  const localDayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
  const found = summary({ readings: file.readings, localDayOf })
  expect(found).toMatchObject({ n: 7770, firstAt: '2024-01-11T23:59:00.000Z', lastAt: '2024-02-08T23:57:00.000Z' })
  expect(found.meanMgPerDl).toBeCloseTo(158.686, 3)
  expect(found.sdMgPerDl).toBeCloseTo(49.738, 3)
  expect(found.sufficiency).toMatchObject({ daysWithData: 29, cadenceMinutes: 5, sufficient: true })
})

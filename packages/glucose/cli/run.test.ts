import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { metricsReport, type MetricsReport } from './metrics-report'
import { run } from './run'

const folder = join(__dirname, '../testdata/cgm')
const files: Readonly<Record<string, string>> = {
  'unclear.csv': 'time,glucose\n2024-01-05 08:00,28\n',
  'empty.csv': '',
  'words.csv':
    '时间,血糖(mmol/L)\n2024-01-05 08:00,5.6\n2024-01-05 08:05,HI\n2024-01-05 08:10,LO\n2024-01-05 08:15,x\n',
  'libre.csv': [
    'Device,Device Timestamp,Record Type,Historic Glucose mmol/L,Scan Glucose mmol/L,Strip Glucose mmol/L',
    'L,2024-01-05 08:00,0,5,,',
    'L,2024-01-05 08:07,1,,9,',
    'L,2024-01-05 08:15,0,7,,',
    'L,2024-01-05 08:20,2,,,20',
    'L,2024-01-05 08:21,4,,,',
  ].join('\n'),
}

function command(...args: string[]) {
  const [out, error]: [string[], string[]] = [[], []]
  const readFile = (path: string) => {
    const content = files[path]
    return content === undefined ? readFileSync(join(folder, path)) : new TextEncoder().encode(content)
  }
  const code = run(args, { readFile, out: (text) => out.push(text), error: (text) => error.push(text) })
  return { code, out, error: error.join(''), reports: () => out.map((text) => metricsReport.parse(JSON.parse(text))) }
}
const only = (reports: MetricsReport[]) => {
  const [report] = reports
  if (report?.outcome !== 'read') throw new Error(JSON.stringify(report))
  return report
}

test('one object a file, in the order given, on one line with --json', () => {
  const { code, out, reports } = command('metrics', 'azt1d-subject-8.csv', 'libre-export-raw.csv', '--json')
  expect(code).toBe(0)
  expect(reports().map(({ file }) => file)).toEqual(['azt1d-subject-8.csv', 'libre-export-raw.csv'])
  expect(out.every((text) => text.indexOf('\n') === text.length - 1)).toBe(true)
  expect(only(reports())).toMatchObject({
    unit: 'mg/dL',
    counts: { rows: 7789, readings: 7770, duplicates: 19, rejected: 0, skipped: 0 },
    summary: { n: 7770, timeInRange: { counts: { veryLow: 2, low: 41, inRange: 5406, high: 1882, veryHigh: 439 } } },
  })
})

test('words and a rejected row are counted, and the mean is that of the numbers', () => {
  const report = only(command('metrics', 'words.csv').reports())
  expect(report.counts).toEqual({ rows: 4, readings: 3, duplicates: 0, rejected: 1, skipped: 0 })
  expect(report.rejected).toMatchObject([{ line: 5, field: 'value', code: 'value-unreadable' }])
  expect(report.summary).toMatchObject({ n: 3, hiCount: 1, loCount: 1, meanMmolPerL: expect.closeTo(5.6, 9) })
})

test("a sensor's file is summed up over the sensor alone", () => {
  const report = only(command('metrics', 'libre.csv').reports())
  expect(report.counts.readings).toBe(4)
  expect(report.series).toBe('sensor')
  expect(report.summary).toMatchObject({ n: 2, meanMmolPerL: expect.closeTo(6, 9) })
  expect(report.skippedKinds).toEqual({ insulin: 1 })
})

test('an unclear unit is asked for, and --unit answers', () => {
  const asked = command('metrics', 'unclear.csv')
  expect(asked.code).toBe(1)
  expect(asked.reports()).toMatchObject([{ outcome: 'unsure', unsure: { field: 'unit' } }])
  const answered = command('metrics', 'unclear.csv', '--unit', 'mg/dL')
  expect(answered.code).toBe(0)
  expect(only(answered.reports())).toMatchObject({ unit: 'mg/dL', unitFrom: 'answer' })
})

test('--date-order and --time-zone answer too', () => {
  expect(command('metrics', 'dexcom-cleaned.csv').reports()).toMatchObject([{ outcome: 'unsure' }])
  const args = ['metrics', 'dexcom-cleaned.csv', '--date-order', 'MDY', '--time-zone', 'Asia/Shanghai']
  expect(only(command(...args).reports()).summary.firstAt).toBe('2018-10-31T20:07:00.000Z')
})

test('a refused file is told and does not stop the others', () => {
  const { code, reports } = command('metrics', 'empty.csv', 'words.csv')
  expect(code).toBe(1)
  expect(reports().map(({ outcome }) => outcome)).toEqual(['refused', 'read'])
})

test('a file that is not there is told on the error stream', () => {
  const { code, error, out } = command('metrics', 'nowhere.csv')
  expect([code, out]).toEqual([1, []])
  expect(error).toContain('nowhere.csv')
})

test.each([
  [[]],
  [['metrics']],
  [['weigh', 'a.csv']],
  [['metrics', 'a.csv', '--unit', 'g/L']],
  [['metrics', 'a.csv', '--nothing']],
])('wrong arguments %j end in 2 with the usage', (args) => {
  const { code, error } = command(...args)
  expect(code).toBe(2)
  expect(error).toContain('usage:')
})

test('--schema prints the JSON schema of the report', () => {
  const { code, out } = command('metrics', '--schema')
  expect(code).toBe(0)
  expect(JSON.parse(out.join(''))).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(metricsReport))))
  expect(out.join('')).toContain('gmiPercent')
})

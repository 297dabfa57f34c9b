import fc from 'fast-check'
import { contentKey } from '../content-key'
import type { GlucoseUnit } from '../glucose-unit'
import type { GlucoseFile } from './glucose-file'
import { readGlucoseFile } from './read-glucose-file'

const read = (bytes: Uint8Array, timeZone = 'Asia/Shanghai') =>
  readGlucoseFile(bytes, { timeZone, fileName: 'any.csv' })
const encode = (text: string) => new TextEncoder().encode(text)

function expectAccounted(file: GlucoseFile, dataRows?: number) {
  expect(['read', 'unsure', 'refused']).toContain(file.outcome)
  if (file.outcome !== 'read') return
  const { rows, readings, duplicates, rejected, skipped } = file
  if (dataRows !== undefined) expect(rows).toBe(dataRows)
  const lines = [...readings, ...duplicates, ...rejected, ...skipped].map(({ line }) => line)
  expect(lines).toHaveLength(rows)
  expect(new Set(lines).size).toBe(rows)
  expect(new Set(readings.map(contentKey)).size).toBe(readings.length)
  for (const { sameAs, line } of duplicates) {
    expect(readings.map((reading) => reading.line)).toContain(sameAs)
    expect(sameAs).toBeLessThan(line)
  }
}

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expectAccounted(read(bytes))
    }),
    { numRuns: 300 },
  )
})

const header = fc.constantFrom(
  'time,glucose (mmol/L)',
  '时间,血糖',
  'timestamp,glucose_value_mg_dl',
  'Device Timestamp,Record Type,Historic Glucose mmol/L,Scan Glucose mmol/L',
  'Timestamp,Event Type,Glucose Value (mg/dL)',
)
const cell = fc.oneof(
  fc.constantFrom(
    '2024-01-05 08:30',
    '3/4/24 8:30',
    '13/4/2024 08:30',
    '2024-02-30 08:30',
    '5.6',
    '101',
    'HI',
    'Low',
    'EGV',
    '0',
    '1',
    '',
  ),
  fc.string({ unit: fc.constantFrom('"', ',', ' ', 'a', '血', '-', '1', ':', '/', '.'), maxLength: 8 }),
)

test('every row below a header is accounted for once, whatever its cells hold', () => {
  fc.assert(
    fc.property(header, fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (top, rows) => {
      expectAccounted(read(encode([top, ...rows.map((row) => row.join(','))].join('\n'))))
    }),
    { numRuns: 400 },
  )
})

interface Written {
  readonly minute: number
  readonly amount: number | 'HI' | 'LO'
}
const written = (unit: GlucoseUnit): fc.Arbitrary<Written[]> =>
  fc.uniqueArray(
    fc.record({
      minute: fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2026, 0, 1) / 60_000 }),
      amount: fc.oneof(
        {
          weight: 9,
          arbitrary:
            unit === 'mmol/L'
              ? fc.integer({ min: 20, max: 300 }).map((n) => n / 10)
              : fc.integer({ min: 45, max: 500 }),
        },
        { weight: 1, arbitrary: fc.constantFrom('HI' as const, 'LO' as const) },
      ),
    }),
    { selector: ({ minute }) => minute, minLength: 1, maxLength: 30 },
  )

test.each(['mmol/L', 'mg/dL'] as const)('a file written in %s gives back what was written', (unit) => {
  const table = fc.record({
    readings: written(unit),
    separator: fc.constantFrom(',', '\t', ';'),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
    repeated: fc.nat(3),
  })
  fc.assert(
    fc.property(table, ({ readings, separator, end, mark, repeated }) => {
      const rows = readings.map(({ minute, amount }) => {
        const wall = new Date((minute + 480) * 60_000).toISOString().slice(0, 16).replace('T', ' ')
        return `${wall}${separator}${amount}`
      })
      const again = rows.slice(0, repeated)
      const file = read(encode(mark + [`时间${separator}血糖(${unit})`, ...rows, ...again].join(end)))
      expectAccounted(file, rows.length + again.length)
      if (file.outcome !== 'read') throw new Error(JSON.stringify(file))
      expect(file.duplicates).toHaveLength(again.length)
      expect(
        file.readings.map(({ at, value }) => [at, value.kind === 'number' ? value.value : value.kind, value.unit]),
      ).toEqual(
        [...readings]
          .sort((a, b) => a.minute - b.minute)
          .map(({ minute, amount }) => [new Date(minute * 60_000).toISOString(), amount, unit]),
      )
    }),
  )
})

import { summary } from '../src'
import { readGlucoseFile, zonedClock, type ReadOptions } from '../src/files'
import type { MetricsReport } from './metrics-report'

/**
 * Reads one file and sums it up. A file with sensor readings is summed up over those alone: scans repeat the sensor and
 * strips are another device.
 */
export function reportFile(bytes: Uint8Array, options: ReadOptions): MetricsReport {
  const file = options.fileName
  const found = readGlucoseFile(bytes, options)
  if (found.outcome === 'refused') return { file, ...found }
  if (found.outcome === 'unsure') return { file, ...found, unsure: unsureOf(found.unsure) }
  const clock = zonedClock(options.timeZone)
  const sensor = found.readings.filter((reading) => reading.source === 'sensor')
  const readings = sensor.length > 0 ? sensor : found.readings
  const { timeInRange, ...rest } = summary({
    readings,
    localDayOf: (at) => new Date(clock?.wallOf(at) ?? at).toISOString().slice(0, 10),
  })
  return {
    outcome: 'read',
    file,
    format: found.format,
    encoding: found.encoding,
    unit: found.unit,
    unitFrom: found.unitFrom,
    timeZone: options.timeZone,
    counts: {
      rows: found.rows,
      readings: found.readings.length,
      duplicates: found.duplicates.length,
      rejected: found.rejected.length,
      skipped: found.skipped.length,
    },
    series: sensor.length > 0 ? 'sensor' : 'all',
    summary: { ...rest, timeInRange },
    rejected: [...found.rejected],
    duplicates: [...found.duplicates],
    skippedKinds: tally(found.skipped.map(({ kind }) => kind)),
    noteCounts: tally(found.notes.map(({ code }) => code)),
  }
}

type Unsure = Extract<MetricsReport, { outcome: 'unsure' }>['unsure']

function unsureOf(unsure: Extract<ReturnType<typeof readGlucoseFile>, { outcome: 'unsure' }>['unsure']): Unsure {
  return unsure.field === 'unit'
    ? { ...unsure, suggestions: [...unsure.suggestions] }
    : { ...unsure, suggestions: [...unsure.suggestions] }
}

function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries(counts)
}

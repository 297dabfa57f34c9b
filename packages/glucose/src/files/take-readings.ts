import { contentKey, type ReadingSource } from '../content-key'
import type { GlucoseUnit } from '../glucose-unit'
import type { GlucoseValue } from '../glucose-value'
import type { ValueCell } from './value-cell'
import { plausibleAmounts } from './detect-unit'
import type { DuplicateRow, FileNote, FileReading, RejectedRow } from './glucose-file'
import { reject } from './rejection'

/** A row whose time and value could be read. */
export interface MeasuredRow {
  readonly line: number
  readonly time: { readonly kind: 'instant' | 'wall'; readonly wall?: number }
  readonly value: Exclude<ValueCell, { kind: 'unreadable' }>
  readonly namedUnit: GlucoseUnit | undefined
  readonly source: ReadingSource
}

export interface TakenReadings {
  readonly readings: readonly FileReading[]
  readonly rejected: readonly RejectedRow[]
  readonly duplicates: readonly DuplicateRow[]
  readonly notes: readonly FileNote[]
}

/** Rows at their instants to readings by time; a row another row already gave becomes a duplicate of the earlier line. */
export function takeReadings(
  rows: readonly (MeasuredRow & { readonly at: number | undefined })[],
  unitOf: (named: GlucoseUnit | undefined) => GlucoseUnit,
): TakenReadings {
  const [readings, rejected, duplicates, notes]: [FileReading[], RejectedRow[], DuplicateRow[], FileNote[]] = [
    [],
    [],
    [],
    [],
  ]
  const lineOfKey = new Map<string, number>()
  const lineOfInstant = new Map<string, number>()
  for (const { line, at, time, value: cell, namedUnit, source } of rows) {
    const value = valueOf(cell, unitOf(namedUnit))
    if (at === undefined || !isPlausible(value)) {
      rejected.push(reject(line, at === undefined ? 'time-unreadable' : 'value-implausible'))
      continue
    }
    const localTime = time.wall === undefined ? null : new Date(time.wall).toISOString().slice(0, 19)
    const reading: FileReading = { at: new Date(at).toISOString(), value, source, localTime, line }
    const key = contentKey(reading)
    const sameAs = lineOfKey.get(key)
    if (sameAs !== undefined) {
      duplicates.push({ line, sameAs })
      continue
    }
    lineOfKey.set(key, line)
    const place = `${reading.at}|${source}`
    if (lineOfInstant.has(place)) notes.push({ code: 'same-instant-other-value', line, text: otherValue })
    lineOfInstant.set(place, line)
    readings.push(reading)
  }
  return { readings: readings.sort(byInstant), rejected, duplicates, notes }
}

const otherValue = {
  zh: '同一时刻还有另一个血糖值，两个都保留',
  en: 'Another value was given for the same instant; both are kept',
}

function valueOf(cell: MeasuredRow['value'], unit: GlucoseUnit): GlucoseValue {
  return cell.kind === 'number' ? { kind: 'number', value: cell.amount, unit } : { kind: cell.kind, unit }
}

function isPlausible(value: GlucoseValue): boolean {
  if (value.kind !== 'number') return true
  const { from, to } = plausibleAmounts[value.unit]
  return value.value >= from && value.value <= to
}

function byInstant(a: FileReading, b: FileReading): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.line - b.line
}

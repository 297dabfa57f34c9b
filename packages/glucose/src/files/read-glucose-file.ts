import { readClockCell, wallOf, type ClockCell } from './clock-cell'
import { chooseUnit } from './choose-unit'
import { dateOrderOf } from './date-order'
import { decodeText } from './decode-text'
import { findTable } from './find-table'
import type { DateOrder, GlucoseFile, ReadOptions, RejectedRow, SkippedRow, Unsure } from './glucose-file'
import { placeInTime } from './place-in-time'
import { refuse } from './refusal'
import { reject } from './rejection'
import type { RowContent } from './table-layout'
import { takeReadings, type MeasuredRow } from './take-readings'
import { readValueCell } from './value-cell'
import { zonedClock } from './zoned-clock'

/**
 * Reads an exported file of glucose readings: FreeStyle Libre / LibreView, Dexcom Clarity, or any table with a time and
 * a glucose column. Never throws on content: a file that cannot be read is `refused` with a code, field and hint; one
 * that needs a person's word (unit, date order) is `unsure`; otherwise every data row is a reading, a duplicate, a
 * rejection with its line, or a skipped row of another kind.
 */
export function readGlucoseFile(bytes: Uint8Array, options: ReadOptions): GlucoseFile {
  const clock = zonedClock(options.timeZone)
  if (!clock) return refuse('time-zone-unknown')
  const decoded = decodeText(bytes)
  if (decoded.outcome === 'refused') return decoded
  const table = findTable(decoded.text)
  if (!table) return refuse('columns-unknown')
  if (table.rows.length === 0) return refuse('no-rows')

  const contents = table.rows.map((row) => ({ line: row.line, content: table.layout.contentOf(row.cells) }))
  if (isOfSeveralPeople(contents.map(({ content }) => content))) return refuse('several-people')
  const skipped: SkippedRow[] = []
  const rows: CellRow[] = []
  for (const { line, content } of contents) {
    if (content.kind === 'other') skipped.push({ line, kind: content.name })
    else rows.push({ line, content, time: readClockCell(content.time), value: readValueCell(content.value) })
  }
  if (rows.length > 0 && !rows.some(isReadable)) return refuse('no-readings')

  const head = { format: table.layout.format, encoding: decoded.encoding, rows: table.rows.length }
  const found = dateOrderOf(rows.map((row) => row.time))
  const order = found === 'ask' ? options.dateOrder : found
  if (order === undefined) return { outcome: 'unsure', ...head, unsure: askDateOrder }

  const rejected: RejectedRow[] = []
  const measured: (MeasuredRow & { time: Placeable })[] = []
  for (const { line, content, time: cell, value } of rows) {
    const time = inOrder(cell, order)
    if (time.kind === 'unreadable') rejected.push(reject(line, time.code))
    else if (value.kind === 'unreadable') rejected.push(reject(line, value.code))
    else measured.push({ line, time, value, namedUnit: content.unit, source: content.source })
  }

  const amounts = measured.flatMap(({ value, namedUnit }) =>
    value.kind === 'number' ? [{ amount: value.amount, unit: namedUnit }] : [],
  )
  const unit = chooseUnit(
    amounts,
    measured.some((row) => row.namedUnit === undefined),
    options.unit,
  )
  if (unit.kind === 'ask') return { outcome: 'unsure', ...head, unsure: unit.unsure }

  const walls = measured.flatMap(({ line, time, source }) =>
    time.kind === 'wall' ? [{ line, wall: time.wall, series: source }] : [],
  )
  const placed = placeInTime(walls, clock)
  const taken = takeReadings(
    measured.map((row) => ({ ...row, at: row.time.kind === 'wall' ? placed.instants.get(row.line) : row.time.at })),
    unit.unitOf,
  )
  const units = new Set(taken.readings.map((reading) => reading.value.unit))
  const [only = unit.unitOf(undefined)] = units
  return {
    outcome: 'read',
    ...head,
    unit: units.size > 1 ? 'mixed' : only,
    unitFrom: unit.from,
    readings: taken.readings,
    rejected: [...rejected, ...taken.rejected].sort((a, b) => a.line - b.line),
    duplicates: taken.duplicates,
    skipped,
    notes: [...placed.notes, ...taken.notes].sort((a, b) => a.line - b.line),
  }
}

interface CellRow {
  readonly line: number
  readonly content: Extract<RowContent, { kind: 'reading' }>
  readonly time: ClockCell
  readonly value: ReturnType<typeof readValueCell>
}

type Placeable = Extract<ClockCell, { kind: 'instant' | 'wall' }>
type Ordered = Exclude<ClockCell, { kind: 'numeric' }>

function inOrder(cell: ClockCell, order: DateOrder | 'any'): Ordered {
  if (cell.kind !== 'numeric') return cell
  const [month, day] = order === 'DMY' ? [cell.second, cell.first] : [cell.first, cell.second]
  const wall = wallOf(cell.year, month, day, cell.clock)
  return wall === undefined ? { kind: 'unreadable', code: 'date-impossible' } : { kind: 'wall', wall }
}

const isReadable = ({ time, value }: CellRow) => time.kind !== 'unreadable' && value.kind !== 'unreadable'

function isOfSeveralPeople(contents: readonly RowContent[]): boolean {
  return new Set(contents.flatMap((content) => (content.kind === 'reading' ? content.person || [] : []))).size > 1
}

const askDateOrder: Unsure = {
  field: 'dateOrder',
  suggestions: ['MDY', 'DMY'],
  hint: {
    zh: '日期像 3/4/2024 这样，看不出月和日谁在前，请选择',
    en: 'Dates such as 3/4/2024 read either way; choose whether the month or the day comes first',
  },
}

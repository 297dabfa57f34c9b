import type { ImportReport } from '@suixing/contracts'
import type { ReadingRow } from '@suixing/database'
import { contentKey } from '@suixing/glucose'
import { readGlucoseFile } from '@suixing/glucose/files'
import type { FileReading, ReadFile } from '@suixing/glucose/files'
import { ApiError } from '../platform/api-error'
import { derivedId, digestOf } from '../platform/identifier'
import type { Product } from '../platform/product'
import { refreshGlucose } from './refresh-glucose'

/** A row of a report that is listed in full; more rejected rows are counted. */
const LISTED_REJECTIONS = 200

export interface FileImport {
  readonly patientId: string
  readonly by: string
  readonly bytes: Buffer
  readonly mode: 'preview' | 'commit'
  readonly fileName: string
  readonly timeZone: string
  readonly unit?: 'mmol/L' | 'mg/dL' | undefined
  readonly dateOrder?: 'MDY' | 'DMY' | undefined
  readonly attribution?: string | undefined
}

/**
 * Reads an exported file and says what would be (preview) or was (commit) taken, duplicate and rejected, with line and reason.
 * The same file again is the same import: ids come from content, so after a crash doing it again adds only what is missing.
 */
export async function importFile(product: Product, input: FileImport): Promise<ImportReport> {
  const { readings } = product.repositories
  const file = readable(input)
  const importId = derivedId('im', input.patientId, digestOf(input.bytes.toString('base64')), input.timeZone)
  const rows = file.readings.map((reading) => rowOf(reading, input.patientId, importId))
  const known = await readings.known(rows.map((row) => row._id))
  const fresh = rows.filter((row) => !known.has(row._id))
  const report = reportOf(input, file, fresh.length, known.size)
  if (input.mode === 'preview') return report
  const at = product.clock.instant()
  const committed = { ...report, importId }
  await readings.beginImport({
    _id: importId,
    patientId: input.patientId,
    at,
    by: input.by,
    digest: digestOf(input.bytes.toString('base64')),
    attribution: input.attribution || null,
    report: committed,
  })
  await readings.add(fresh)
  await readings.finishImport(importId, await recordOf(product, committed, rows, known.size))
  await refreshGlucose(product, input.patientId)
  return committed
}

/** What the import as a whole took: readings an attempt wrote that died before it was finished are its own, not duplicates. */
async function recordOf(
  product: Product,
  report: ImportReport,
  rows: readonly ReadingRow[],
  known: number,
): Promise<ImportReport> {
  const [first, last] = [rows[0], rows.at(-1)]
  if (known === 0 || !first || !last) return report
  const ids = new Set(rows.map((row) => row._id))
  const after = new Date(Date.parse(last.at) + 1).toISOString()
  const own = (await product.repositories.readings.between(first.patientId, first.at, after)).filter(
    (row) => row.importId === first.importId && ids.has(row._id),
  ).length
  return { ...report, taken: own, duplicateStored: rows.length - own }
}

function readable({ bytes, fileName, timeZone, unit, dateOrder }: FileImport): ReadFile {
  const file = readGlucoseFile(bytes, { fileName, timeZone, unit: unit ?? 'ask', ...(dateOrder ? { dateOrder } : {}) })
  if (file.outcome === 'refused')
    throw new ApiError('file-not-readable', file.hint.en, { field: file.field, hint: file.hint.zh })
  if (file.outcome === 'unsure') {
    const { field, hint } = file.unsure
    throw new ApiError(field === 'unit' ? 'unit-unsure' : 'date-order-unsure', hint.en, { field, hint: hint.zh })
  }
  return file
}

function rowOf(reading: FileReading, patientId: string, importId: string): ReadingRow {
  const { value } = reading
  return {
    _id: derivedId('rd', patientId, contentKey(reading)),
    patientId,
    at: new Date(reading.at).toISOString(),
    kind: value.kind,
    value: value.kind === 'number' ? value.value : null,
    unit: value.unit,
    source:
      reading.source === 'sensor' || reading.source === 'scan' ? 'cgm' : reading.source === 'strip' ? 'smbg' : 'cgm',
    importId,
  }
}

function reportOf(input: FileImport, file: ReadFile, taken: number, duplicateStored: number): ImportReport {
  return {
    importId: null,
    mode: input.mode,
    fileName: input.fileName,
    format: file.format,
    unit: file.unit,
    rows: file.rows,
    taken,
    duplicateInFile: file.duplicates.length,
    duplicateStored,
    otherRows: file.skipped.length,
    rejected: file.rejected
      .slice(0, LISTED_REJECTIONS)
      .map(({ line, field, code, text }) => ({ line, field, code, text: text.zh })),
    rejectedTotal: file.rejected.length,
    notes: file.notes.slice(0, LISTED_REJECTIONS).map(({ line, text }) => ({ line, text: text.zh })),
    firstAt: file.readings[0]?.at ?? null,
    lastAt: file.readings.at(-1)?.at ?? null,
  }
}

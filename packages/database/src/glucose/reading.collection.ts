import type { ImportReport } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** One reading of the ledger, never changed. `_id` = patient + content, so the same reading from two files is one. Value and unit are the device's own. */
export interface ReadingRow {
  _id: string
  patientId: string
  at: string
  kind: 'number' | 'HI' | 'LO'
  value: number | null
  unit: 'mmol/L' | 'mg/dL'
  source: 'cgm' | 'smbg'
  importId: string | null
}
export const readings: CollectionDeclaration<ReadingRow> = {
  name: 'readings',
  growing: true,
  fields: {
    _id: String,
    patientId: String,
    at: String,
    kind: String,
    value: { type: Number, default: null },
    unit: String,
    source: String,
    importId: { type: String, default: null },
  } as never,
  indexes: [[{ patientId: 1, at: 1 }]],
}

/** A file that was brought in, with its report. */
export interface ImportRow {
  _id: string
  patientId: string
  at: string
  by: string
  digest: string
  state: 'writing' | 'done'
  attribution: string | null
  report: ImportReport
}
export const imports: CollectionDeclaration<ImportRow> = {
  name: 'imports',
  growing: true,
  fields: {
    _id: String,
    patientId: String,
    at: String,
    by: String,
    digest: String,
    state: String,
    attribution: { type: String, default: null },
    report: Schema.Types.Mixed,
  } as never,
  indexes: [[{ patientId: 1, at: -1 }]],
}

import type { ProgrammeDefinition } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** A published version of a programme; never changed afterwards. */
export interface ProgrammeVersionRow {
  _id: string
  programmeId: string
  version: number
  digest: string
  definition: ProgrammeDefinition
  publishedAt: string
}
export const programmeVersions: CollectionDeclaration<ProgrammeVersionRow> = {
  name: 'programmeversions',
  growing: false,
  fields: {
    _id: String,
    programmeId: String,
    version: Number,
    digest: String,
    definition: Schema.Types.Mixed,
    publishedAt: String,
  } as never,
  indexes: [[{ programmeId: 1, version: -1 }]],
}

/** A contact QR (联系我) of a physician in a programme. `state` is the opaque key WeCom gives back when a patient scans it. */
export interface ContactWayRow {
  _id: string
  programmeId: string
  physicianId: string
  userid: string
  state: string
  status: 'creating' | 'ready' | 'failed'
  configId: string | null
  qrCode: string | null
  failure: string | null
  scans: number
  createdAt: string
}
export const contactWays: CollectionDeclaration<ContactWayRow> = {
  name: 'contactways',
  growing: false,
  fields: {
    _id: String,
    programmeId: String,
    physicianId: String,
    userid: String,
    state: String,
    status: String,
    configId: { type: String, default: null },
    qrCode: { type: String, default: null },
    failure: { type: String, default: null },
    scans: { type: Number, default: 0 },
    createdAt: String,
  } as never,
  indexes: [
    [{ state: 1 }, { unique: true }],
    [{ programmeId: 1, physicianId: 1 }, { unique: true }],
  ],
}

import type { OptOut } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** A patient of the organisation. `activity` grows with everything a screen may show, and is the cursor screens poll with. */
export interface PatientRow {
  _id: string
  name: string
  gender: 'male' | 'female' | 'unknown'
  birthYear: number | null
  timeZone: string
  profile: { diagnosisYear: number; therapy: string } | null
  preferences: {
    hour: string
    channel: 'wechat' | 'phone'
    family: { name: string; relation: string; notify: boolean } | null
  } | null
  optOuts: OptOut[]
  /** What the physician's list shows; rebuilt from readings at every import. */
  glucose: { latest: unknown; counts: unknown } | null
  createdAt: string
  lastActivityAt: string
  activity: number
}
export const patients: CollectionDeclaration<PatientRow> = {
  name: 'patients',
  growing: true,
  fields: {
    _id: String,
    name: { type: String, required: true },
    gender: { type: String, required: true },
    birthYear: Number,
    timeZone: { type: String, required: true },
    profile: { type: Schema.Types.Mixed, default: null },
    preferences: { type: Schema.Types.Mixed, default: null },
    optOuts: { type: [Schema.Types.Mixed], default: [] },
    glucose: { type: Schema.Types.Mixed, default: null },
    createdAt: { type: String, required: true },
    lastActivityAt: { type: String, required: true },
    activity: { type: Number, default: 0 },
  } as never,
  indexes: [],
}

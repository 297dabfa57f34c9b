import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** A message or event of a kf account that could not be taken in at any of several pulls, whole, for a person to look at. `_id` is its msgid. */
export interface KfParkedRow {
  _id: string
  openKfid: string
  programmeId: string
  /** What WeCom told, as it was read. */
  row: object
  tries: number
  at: string
  /** Name of the error; its words may be a patient's. */
  error: string
}
export const kfParked: CollectionDeclaration<KfParkedRow> = {
  name: 'kfparked',
  growing: true,
  fields: {
    _id: String,
    openKfid: String,
    programmeId: String,
    row: Schema.Types.Mixed,
    tries: Number,
    at: String,
    error: String,
  } as never,
  indexes: [[{ programmeId: 1, at: 1 }]],
}

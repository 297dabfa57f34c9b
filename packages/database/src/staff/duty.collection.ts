import type { Availability, Macro } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** Who answers in a programme and when, as set in the console; until then the programme's own hours and everybody of the team. */
export interface DutyRow {
  /** Programme id. */
  _id: string
  hours: { workdays: number[]; from: number; to: number }
  members: { id: string; availability: Availability }[]
  onCall: string | null
}
export const duties: CollectionDeclaration<DutyRow> = {
  name: 'duties',
  growing: false,
  fields: { _id: String, hours: Schema.Types.Mixed, members: Schema.Types.Mixed, onCall: String } as never,
  indexes: [],
}

/** Ready sentences of a programme's team. */
export interface MacrosRow {
  /** Programme id. */
  _id: string
  macros: Macro[]
}
export const macroSets: CollectionDeclaration<MacrosRow> = {
  name: 'macros',
  growing: false,
  fields: { _id: String, macros: Schema.Types.Mixed } as never,
  indexes: [],
}

/** What a screen polls: a number that grows with every change of a programme's conversations. */
export interface FeedRow {
  /** Programme id. */
  _id: string
  activity: number
}
export const feeds: CollectionDeclaration<FeedRow> = {
  name: 'feeds',
  growing: false,
  fields: { _id: String, activity: { type: Number, default: 0 } } as never,
  indexes: [],
}

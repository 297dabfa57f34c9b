import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** A tag of an enrolment, with who gave it and how far it has been written to WeCom. */
export interface PatientTagRow {
  _id: string
  patientId: string
  enrolmentId: string
  tagId: string
  /** false: taken away; the row stays as history and so that WeCom is told. */
  present: boolean
  since: string
  provenance: { kind: 'rule' | 'person' | 'wecom'; ruleId: string | null; ruleVersion: number | null; says: string }
  wecom: {
    state: 'pending' | 'written' | 'failed' | 'no-friend'
    userid: string | null
    at: string | null
    why: string | null
    attempts: number
  }
}
export const patientTags: CollectionDeclaration<PatientTagRow> = {
  name: 'patienttags',
  growing: true,
  fields: {
    _id: String,
    patientId: String,
    enrolmentId: String,
    tagId: String,
    present: Boolean,
    since: String,
    provenance: Schema.Types.Mixed,
    wecom: Schema.Types.Mixed,
  } as never,
  indexes: [[{ patientId: 1 }], [{ enrolmentId: 1 }], [{ 'wecom.state': 1 }]],
}

/** Which corp tag of WeCom stands for our tag. */
export interface WecomTagRow {
  _id: string
  wecomTagId: string
  group: string
  name: string
}
export const wecomTags: CollectionDeclaration<WecomTagRow> = {
  name: 'wecomtags',
  growing: false,
  fields: { _id: String, wecomTagId: String, group: String, name: String } as never,
  indexes: [],
}

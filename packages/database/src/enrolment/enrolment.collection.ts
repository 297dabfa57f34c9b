import type { EnrolmentStatus } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** Patient × programme. */
export interface EnrolmentRow {
  _id: string
  patientId: string
  programmeId: string
  status: EnrolmentStatus
  history: { at: string; status: EnrolmentStatus; why: string }[]
  invitedAt: string
  enrolledAt: string | null
  consent: { version: string; scopes: string[]; at: string; withdrawnAt: string | null } | null
  responsiblePhysicianId: string | null
  /** WeCom members who are friends of this patient now. */
  friends: { userid: string; externalUserid: string; active: boolean }[]
  contactWayId: string | null
  /** Next instant at which a rule may answer differently by time alone. */
  rulesChangeAt: string | null
}
export const enrolments: CollectionDeclaration<EnrolmentRow> = {
  name: 'enrolments',
  growing: true,
  fields: {
    _id: String,
    patientId: String,
    programmeId: String,
    status: String,
    history: { type: [Schema.Types.Mixed], default: [] },
    invitedAt: String,
    enrolledAt: { type: String, default: null },
    consent: { type: Schema.Types.Mixed, default: null },
    responsiblePhysicianId: { type: String, default: null },
    friends: { type: [Schema.Types.Mixed], default: [] },
    contactWayId: { type: String, default: null },
    rulesChangeAt: { type: String, default: null },
  } as never,
  indexes: [
    [{ patientId: 1, programmeId: 1 }, { unique: true }],
    [{ programmeId: 1, status: 1, _id: 1 }],
    [{ programmeId: 1, _id: 1 }],
    [{ responsiblePhysicianId: 1, _id: 1 }],
  ],
}

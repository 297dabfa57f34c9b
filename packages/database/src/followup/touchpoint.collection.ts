import type { ChannelName, GateOutcome, Reason, Topic, TouchpointState, TouchpointTransition } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** One planned contact. `key` is its identity and unique; `revision` makes every transition a conditional update. */
export interface TouchpointRow {
  _id: string
  key: string
  patientId: string
  enrolmentId: string
  programmeId: string
  planId: string
  planVersion: number
  stepId: string
  anchorEventId: string
  ordinal: number
  topic: Topic
  state: TouchpointState
  /** Where the plan put it. */
  plannedDue: string
  /** Where it stands now, after defers. */
  due: string
  reason: Reason
  history: TouchpointTransition[]
  gates: GateOutcome[] | null
  /** Durable before the outside call. */
  attempt: { id: string; channel: ChannelName; text: string; contentId: string; at: string; messageId: string } | null
  channel: ChannelName | null
  revision: number
  createdAt: string
}
export const touchpoints: CollectionDeclaration<TouchpointRow> = {
  name: 'touchpoints',
  growing: true,
  fields: {
    _id: String,
    key: String,
    patientId: String,
    enrolmentId: String,
    programmeId: String,
    planId: String,
    planVersion: Number,
    stepId: String,
    anchorEventId: String,
    ordinal: Number,
    topic: String,
    state: String,
    plannedDue: String,
    due: String,
    reason: Schema.Types.Mixed,
    history: { type: [Schema.Types.Mixed], default: [] },
    gates: { type: Schema.Types.Mixed, default: null },
    attempt: { type: Schema.Types.Mixed, default: null },
    channel: { type: String, default: null },
    revision: { type: Number, default: 0 },
    createdAt: String,
  } as never,
  indexes: [[{ key: 1 }, { unique: true }], [{ patientId: 1, due: 1 }], [{ programmeId: 1, state: 1, due: 1 }]],
}

import type { HandOverReason } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** One hand-over from the assistant to people, from the patient's need to its closing. `_id` is derived from the message that began it. */
export interface HandOverRow {
  _id: string
  conversationId: string
  patientId: string | null
  programmeId: string
  because: HandOverReason
  urgent: boolean
  at: string
  /** The patient's words. */
  question: string
  assignedTo: string | null
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  firstReplyAt: string | null
  firstReplyBy: string | null
  closedAt: string | null
  closedBy: string | null
  /** When the patient was asked how it was, and what they said: 1 bad, 2 fair, 3 good. */
  askedAt: string | null
  satisfaction: { score: number; at: string } | null
}
export const handOvers: CollectionDeclaration<HandOverRow> = {
  name: 'handovers',
  growing: true,
  fields: {
    _id: String,
    conversationId: String,
    patientId: { type: String, default: null },
    programmeId: String,
    because: String,
    urgent: Boolean,
    at: String,
    question: String,
    assignedTo: { type: String, default: null },
    acknowledgedAt: { type: String, default: null },
    acknowledgedBy: { type: String, default: null },
    firstReplyAt: { type: String, default: null },
    firstReplyBy: { type: String, default: null },
    closedAt: { type: String, default: null },
    closedBy: { type: String, default: null },
    askedAt: { type: String, default: null },
    satisfaction: { type: Schema.Types.Mixed, default: null },
  } as never,
  indexes: [[{ conversationId: 1, at: -1 }], [{ programmeId: 1, at: 1 }]],
}

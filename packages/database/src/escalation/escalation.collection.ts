import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** One telling of somebody: durable before the call as `trying`, afterwards with what became of it. */
export interface Telling {
  /** Our key of the card: the same telling is never a second card. */
  taskId: string
  rung: number
  role: string
  at: string
  staffId: string
  reason: { code: string; zh: string; en: string }
  state: 'trying' | 'sent' | 'not-sent'
  /** Changes the card once, within 72 h (WeCom 94888). */
  responseCode: string | null
  why: string | null
}

/**
 * Something that a person must acknowledge. `_id` is the key of its subject, so the same need escalates once. `nextAt` is when the
 * next person is told; null when it is over.
 */
export interface EscalationRow {
  _id: string
  kind: 'hand-over' | 'red-flag'
  subject: { conversationId: string; handOverId: string; patientId: string | null; programmeId: string }
  /** Which ladder of the programme. */
  ladder: 'conversation' | 'redFlag'
  urgency: 'ordinary' | 'urgent'
  startedAt: string
  nextAt: string | null
  told: Telling[]
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  endedAt: string | null
  /** Cards that still say that somebody is needed although it is over. */
  cardsStale: boolean
  leaseToken: string | null
  leaseUntil: number
}
export const escalations: CollectionDeclaration<EscalationRow> = {
  name: 'escalations',
  growing: true,
  fields: {
    _id: String,
    kind: String,
    subject: Schema.Types.Mixed,
    ladder: String,
    urgency: String,
    startedAt: String,
    nextAt: { type: String, default: null },
    told: { type: Schema.Types.Mixed, default: [] },
    acknowledgedAt: { type: String, default: null },
    acknowledgedBy: { type: String, default: null },
    endedAt: { type: String, default: null },
    cardsStale: { type: Boolean, default: false },
    leaseToken: { type: String, default: null },
    leaseUntil: { type: Number, default: 0 },
  } as never,
  indexes: [
    [{ nextAt: 1 }, { partialFilterExpression: { nextAt: { $type: 'string' } } }],
    [{ cardsStale: 1 }, { partialFilterExpression: { cardsStale: true } }],
    [{ 'subject.conversationId': 1, startedAt: -1 }],
    [{ 'told.taskId': 1 }],
  ],
}

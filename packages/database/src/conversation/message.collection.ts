import type { MessageView } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** One message. `_id` is the vendor's message id when received, and our own idempotency key when sent. */
export interface MessageRow {
  _id: string
  conversationId: string
  patientId: string | null
  at: string
  author: MessageView['author']
  text: string
  channel: MessageView['channel']
  state: MessageView['state']
  failure: { code: string; zh: string; en: string } | null
  faq: { id: string; question: string; version: number } | null
  touchpointId: string | null
  /** Message of the patient that this one answers; an event handled twice answers once. */
  answers: string | null
  handOver: { to: 'person' | 'assistant'; zh: string; en: string } | null
  sendAttempts: number
  /** Real time in epoch milliseconds before which nobody else tries to send it. */
  leaseUntil: number
}
export const messages: CollectionDeclaration<MessageRow> = {
  name: 'messages',
  growing: true,
  fields: {
    _id: String,
    conversationId: String,
    patientId: { type: String, default: null },
    at: String,
    author: Schema.Types.Mixed,
    text: String,
    channel: String,
    state: String,
    failure: { type: Schema.Types.Mixed, default: null },
    faq: { type: Schema.Types.Mixed, default: null },
    touchpointId: { type: String, default: null },
    answers: { type: String, default: null },
    handOver: { type: Schema.Types.Mixed, default: null },
    sendAttempts: { type: Number, default: 0 },
    leaseUntil: { type: Number, default: 0 },
  } as never,
  indexes: [[{ conversationId: 1, at: 1, _id: 1 }], [{ patientId: 1, at: 1, _id: 1 }], [{ state: 1, leaseUntil: 1 }]],
}

import type { MessageContent, MessageView } from '@suixing/contracts'
import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

type Shown = Exclude<MessageContent, { kind: 'image' | 'voice' | 'video' | 'file' }>
/** What a message carries besides words, as stored: files by the id of their media. */
export type StoredContent = Shown | { readonly kind: 'image' | 'voice' | 'video' | 'file'; readonly mediaId: string }

/** One message. `_id` is the vendor's message id when received, and our own idempotency key when sent. */
export interface MessageRow {
  _id: string
  conversationId: string
  programmeId: string
  patientId: string | null
  at: string
  author: MessageView['author']
  text: string
  content: StoredContent | null
  channel: MessageView['channel']
  state: MessageView['state']
  failure: { code: string; zh: string; en: string } | null
  faq: { id: string; question: string; version: number } | null
  touchpointId: string | null
  /** Message of the patient that this one answers; an event handled twice answers once. */
  answers: string | null
  handOver: { to: 'person' | 'assistant'; zh: string; en: string } | null
  recalledAt: string | null
  clientId: string | null
  /** Pairs of letters of the text, for the search. */
  grams: string[]
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
    programmeId: { type: String, default: '' },
    patientId: { type: String, default: null },
    at: String,
    author: Schema.Types.Mixed,
    text: String,
    content: { type: Schema.Types.Mixed, default: null },
    channel: String,
    state: String,
    failure: { type: Schema.Types.Mixed, default: null },
    faq: { type: Schema.Types.Mixed, default: null },
    touchpointId: { type: String, default: null },
    answers: { type: String, default: null },
    handOver: { type: Schema.Types.Mixed, default: null },
    recalledAt: { type: String, default: null },
    clientId: { type: String, default: null },
    grams: { type: [String], default: [] },
    sendAttempts: { type: Number, default: 0 },
    leaseUntil: { type: Number, default: 0 },
  } as never,
  indexes: [
    [{ conversationId: 1, at: 1, _id: 1 }],
    [{ patientId: 1, at: 1, _id: 1 }],
    [{ state: 1, leaseUntil: 1 }],
    [{ programmeId: 1, at: 1 }],
    [{ grams: 1, at: -1, _id: -1 }],
  ],
}

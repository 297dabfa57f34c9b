import type { CollectionDeclaration } from '../platform/define-model'

/** A verified callback, durable before it is acknowledged. `_id` is SHA-256 of the decrypted XML: the same event arrives once. */
export interface InboxRow {
  _id: string
  source: 'wecom'
  xml: string
  receivedAt: string
  state: 'waiting' | 'done' | 'parked'
  dueAt: string
  attempts: number
  leaseToken: string | null
  leaseUntil: number
  error: string | null
  doneAt: string | null
}
export const inbox: CollectionDeclaration<InboxRow> = {
  name: 'inbox',
  growing: true,
  fields: {
    _id: String,
    source: String,
    xml: String,
    receivedAt: String,
    state: String,
    dueAt: String,
    attempts: { type: Number, default: 0 },
    leaseToken: { type: String, default: null },
    leaseUntil: { type: Number, default: 0 },
    error: { type: String, default: null },
    doneAt: { type: String, default: null },
  } as never,
  indexes: [[{ state: 1, dueAt: 1 }], [{ state: 1, receivedAt: 1 }]],
}

import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/** A file of a conversation. From kf it is fetched within its three days; the bytes lie in the storage under `key`. */
export interface MediaRow {
  _id: string
  kind: 'image' | 'voice' | 'video' | 'file'
  /** Where it comes from: WeCom's media id and when that is over, or who uploaded it. */
  source: { kind: 'kf'; mediaId: string; until: string } | { kind: 'upload'; by: string }
  conversationId: string | null
  state: 'pending' | 'stored' | 'gone' | 'refused'
  key: string
  contentType: string | null
  bytes: number | null
  name: string | null
  seconds: number | null
  why: string | null
  at: string
  attempts: number
  nextAt: string | null
  leaseUntil: number
  /** The same file at WeCom, for sending it through kf. */
  wecom: { mediaId: string; until: string } | null
}
export const media: CollectionDeclaration<MediaRow> = {
  name: 'media',
  growing: true,
  fields: {
    _id: String,
    kind: String,
    source: Schema.Types.Mixed,
    conversationId: { type: String, default: null },
    state: String,
    key: String,
    contentType: { type: String, default: null },
    bytes: { type: Number, default: null },
    name: { type: String, default: null },
    seconds: { type: Number, default: null },
    why: { type: String, default: null },
    at: String,
    attempts: { type: Number, default: 0 },
    nextAt: { type: String, default: null },
    leaseUntil: { type: Number, default: 0 },
    wecom: { type: Schema.Types.Mixed, default: null },
  } as never,
  indexes: [[{ nextAt: 1 }, { partialFilterExpression: { nextAt: { $type: 'string' } } }]],
}

import { Schema } from 'mongoose'
import type { CollectionDeclaration } from '../platform/define-model'

/**
 * A kf account: which programme it belongs to and how far its messages have been pulled. A doorbell sets `pending` and counts;
 * a pull clears it only when no further doorbell rang. `nextPullAt` finds what a lost doorbell left behind. `trouble` is the message that
 * could not be taken in, and at how many pulls in a row: it must not hold up those behind it for ever.
 */
export interface KfAccountRow {
  _id: string
  programmeId: string
  name: string
  cursor: string
  doorbells: number
  pending: boolean
  token: string | null
  tokenAt: string | null
  nextPullAt: string
  leaseToken: string | null
  leaseUntil: number
  trouble: { msgid: string; tries: number } | null
}
export const kfAccounts: CollectionDeclaration<KfAccountRow> = {
  name: 'kfaccounts',
  growing: false,
  fields: {
    _id: String,
    programmeId: String,
    name: String,
    cursor: { type: String, default: '' },
    doorbells: { type: Number, default: 0 },
    pending: { type: Boolean, default: false },
    token: { type: String, default: null },
    tokenAt: { type: String, default: null },
    nextPullAt: String,
    leaseToken: { type: String, default: null },
    leaseUntil: { type: Number, default: 0 },
    trouble: { type: Schema.Types.Mixed, default: null },
  } as never,
  indexes: [[{ programmeId: 1 }, { unique: true }]],
}

import type { CollectionDeclaration } from '../platform/define-model'

/**
 * Opaque key in a card or kf link that proves who was meant to open it. Bound to the first outside id that uses it;
 * anybody else who brings it later is refused.
 */
export interface EntryKeyRow {
  _id: string
  patientId: string
  programmeId: string
  purpose: 'mini-program' | 'kf'
  createdAt: string
  expiresAt: string
  usedBy: string | null
  /** kf link made for this key. */
  url: string | null
}
export const entryKeys: CollectionDeclaration<EntryKeyRow> = {
  name: 'entrykeys',
  growing: true,
  fields: {
    _id: String,
    patientId: String,
    programmeId: String,
    purpose: String,
    createdAt: String,
    expiresAt: String,
    usedBy: { type: String, default: null },
    url: { type: String, default: null },
  } as never,
  indexes: [[{ patientId: 1, purpose: 1, _id: 1 }]],
}

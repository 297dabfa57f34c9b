import type { CollectionDeclaration } from '../platform/define-model'

/** A family member whom the patient let into the conversation. `_id` is the opaque key of the invitation. */
export interface FamilyRow {
  _id: string
  patientId: string
  programmeId: string
  name: string
  relation: string
  invitedAt: string
  expiresAt: string
  /** WeChat user who accepted first; nobody else can. */
  openid: string | null
  since: string | null
  removedAt: string | null
}
export const families: CollectionDeclaration<FamilyRow> = {
  name: 'families',
  growing: true,
  fields: {
    _id: String,
    patientId: String,
    programmeId: String,
    name: String,
    relation: String,
    invitedAt: String,
    expiresAt: String,
    openid: { type: String, default: null },
    since: { type: String, default: null },
    removedAt: { type: String, default: null },
  } as never,
  indexes: [[{ patientId: 1 }], [{ openid: 1, since: -1 }]],
}

import type { CollectionDeclaration } from '../platform/define-model'

/** Names under which the outside knows people. `wecom` and `kf` ids are never assumed equal. */
export type IdentityKind = 'wecom' | 'kf' | 'openid' | 'unionid' | 'phone'

/** One outside id of one patient. `space` is the corp, kf account or app the id is valid in. */
export interface IdentityLinkRow {
  _id: string
  kind: IdentityKind
  space: string
  value: string
  patientId: string
  since: string
  /** How the link was proven. */
  by: 'callback' | 'sign-in' | 'unionid' | 'entry-key'
}
export const identityLinks: CollectionDeclaration<IdentityLinkRow> = {
  name: 'identitylinks',
  growing: true,
  fields: {
    _id: String,
    kind: String,
    space: String,
    value: String,
    patientId: String,
    since: String,
    by: String,
  } as never,
  indexes: [[{ patientId: 1, kind: 1 }]],
}

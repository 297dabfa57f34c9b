import type { CollectionDeclaration } from '../platform/define-model'

/** A welcome that was tried. `_id` is a digest of the single-use welcome code, so no code is used twice. */
export interface WelcomeRow {
  _id: string
  enrolmentId: string
  state: 'trying' | 'sent' | 'not-sent'
  at: string
  why: string | null
}
export const welcomes: CollectionDeclaration<WelcomeRow> = {
  name: 'welcomes',
  growing: true,
  fields: {
    _id: String,
    enrolmentId: String,
    state: String,
    at: String,
    why: { type: String, default: null },
  } as never,
  indexes: [],
}

import type { CollectionDeclaration } from '../platform/define-model'

/** Accepted but unused sendings of one subscribe template to one WeChat user. WeChat never tells them: accepts minus sendings; a refusal of WeChat (43101) sets them to none. */
export interface SubscribeCreditRow {
  _id: string
  patientId: string
  openid: string
  templateId: string
  left: number
  /** Attempts that have reserved one, so that the same attempt reserves once. */
  spent: string[]
}
export const subscribeCredits: CollectionDeclaration<SubscribeCreditRow> = {
  name: 'subscribecredits',
  growing: true,
  fields: {
    _id: String,
    patientId: String,
    openid: String,
    templateId: String,
    left: { type: Number, default: 0 },
    spent: { type: [String], default: [] },
  } as never,
  indexes: [[{ patientId: 1, templateId: 1 }]],
}

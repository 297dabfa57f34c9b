import type { CollectionDeclaration } from './define-model'

/** That collections and indexes were made, as which declarations. One row, `_id` `collections`. */
export interface PreparationRow {
  _id: string
  /** SHA-256 of the declarations. */
  digest: string
}
export const preparations: CollectionDeclaration<PreparationRow> = {
  name: 'preparations',
  growing: false,
  fields: { _id: String, digest: String } as never,
  indexes: [],
}

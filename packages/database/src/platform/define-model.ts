import { Schema } from 'mongoose'
import type { Connection, IndexDefinition, IndexOptions, Model, SchemaDefinition } from 'mongoose'

/** A collection as declared: fields for mongoose, indexes, and whether it grows with use (then every query on it must be carried by an index). */
export interface CollectionDeclaration<Row> {
  readonly name: string
  readonly growing: boolean
  readonly fields: SchemaDefinition
  readonly indexes: readonly (readonly [IndexDefinition, IndexOptions?])[]
  /** Only ties the declaration to its row type. */
  readonly row?: Row
}

/** Makes (or finds) the mongoose model of a collection on one connection. Unknown fields are refused, undefined ones are not stored. */
export function modelOf<Row>(connection: Connection, declaration: CollectionDeclaration<Row>): Model<Row> {
  const existing = connection.models[declaration.name] as Model<Row> | undefined
  if (existing) return existing
  const schema = new Schema(declaration.fields, {
    strict: 'throw',
    versionKey: false,
    minimize: false,
    collection: declaration.name,
  })
  for (const [keys, options] of declaration.indexes) schema.index(keys, options)
  return connection.model<Row>(declaration.name, schema as unknown as Schema<Row>)
}

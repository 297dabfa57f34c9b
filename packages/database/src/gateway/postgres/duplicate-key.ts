import { BSON, type Document } from 'bson'
import { MongoCode, MongoError } from '../errors/mongo-error'
import type { Backend } from './backend'
import { bsonColumn } from './bson-column'

interface IndexEntry {
  readonly name: string
  readonly key: Document
}

/** The error of a duplicate key with `keyPattern` and `keyValue`, as far as the written `document` tells the values. */
export async function duplicateKeyError(
  backend: Backend,
  namespace: { readonly db: string; readonly collection: string; readonly index: string },
  document: Document | undefined,
): Promise<MongoError> {
  const { db, collection, index } = namespace
  const keyPattern = await indexKey(backend, db, collection, index)
  const keyValue = Object.fromEntries(Object.keys(keyPattern).map((path) => [path, valueAt(document, path)]))
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${BSON.EJSON.stringify(value)}`)
  const message = `E11000 duplicate key error collection: ${db}.${collection} index: ${index} dup key: { ${shown.join(', ')} }`
  return new MongoError(MongoCode.DuplicateKey, message, { keyPattern, keyValue })
}

/** The index's name for the PostgreSQL constraint that was violated; the primary key is `_id_`. */
export async function indexNameOf(backend: Backend, constraint: string): Promise<string> {
  const id = /documents_rum_index_(\d+)/.exec(constraint)?.[1]
  if (!id) return '_id_'
  const [name] = await backend.run(undefined, 'indexName', [Number(id)])
  return String(name ?? '_id_')
}

/**
 * What a statement would have written, as far as it can be told without the database: the fields of the filter and of
 * `$set`. Values that an update computes stay unknown.
 */
export function writtenFields(statement: Document | undefined): Document | undefined {
  if (!statement || !('q' in statement)) return statement
  const change = statement['u'] as Document | Document[] | undefined
  if (!change || Array.isArray(change)) return statement['q'] as Document
  return { ...(statement['q'] as Document), ...change, ...change['$set'], ...change['$setOnInsert'] }
}

async function indexKey(backend: Backend, db: string, collection: string, index: string): Promise<Document> {
  const command = BSON.serialize({ listIndexes: collection, cursor: { batchSize: 1000 } })
  const [page] = await backend.run(undefined, 'listIndexes', [db, Buffer.from(command)])
  const { cursor } = BSON.deserialize(bsonColumn(page)) as { cursor: { firstBatch: IndexEntry[] } }
  return cursor.firstBatch.find(({ name }) => name === index)?.key ?? {}
}

/** The value at a dotted path; MongoDB reports null for a field that is not there. */
function valueAt(document: Document | undefined, path: string): unknown {
  if (document && path in document) return document[path]
  let value: unknown = document
  for (const part of path.split('.')) value = (value as Document | null | undefined)?.[part]
  return value ?? null
}

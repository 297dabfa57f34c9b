import type { Document } from 'bson'
import { exactDateTrunc } from './exact-date-trunc'

/**
 * A query, expression or pipeline as DocumentDB may have it. Corrects the operators that it answers silently in another
 * way than MongoDB: `$dateTrunc` by day or week, and `$bucket`, whose groups come in no order although MongoDB sorts them.
 * @throws {MongoError} when an operator cannot be made exact
 */
export function rewriteExpression(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => sortedBucket(rewriteExpression(item)))
  if (!isPlain(value) || '$literal' in value) return value
  const document = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rewriteExpression(inner)]))
  const spec = document['$dateTrunc']
  return isPlain(spec) ? exactDateTrunc(spec) : document
}

/** Whether an encoded command can contain something to correct at all; decoding the others would be for nothing. */
export function mayNeedRewrite(encoded: Buffer): boolean {
  return encoded.includes('$dateTrunc') || encoded.includes('$bucket')
}

function sortedBucket(stage: unknown): unknown[] {
  return isPlain(stage) && '$bucket' in stage ? [stage, { $sort: { _id: 1 } }] : [stage]
}

function isPlain(value: unknown): value is Document {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return !('_bsontype' in value) && !(value instanceof Date) && !Buffer.isBuffer(value)
}

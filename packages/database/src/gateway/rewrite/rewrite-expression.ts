import type { Document } from 'bson'
import { exactDateAdd } from './exact-date-add'
import { exactDateTrunc } from './exact-date-trunc'

const CORRECTED = ['$dateTrunc', '$dateAdd', '$bucket']

/**
 * A query, expression or pipeline as DocumentDB may have it. Corrects the operators that it answers silently in another
 * way than MongoDB: `$dateTrunc` by day and more, `$dateAdd` by day, and `$bucket`, whose groups come in no order although MongoDB sorts them.
 * @throws {MongoError} when an operator cannot be made exact
 */
export function rewriteExpression(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => sortedBucket(rewriteExpression(item)))
  if (!isPlain(value) || '$literal' in value) return value
  const document = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rewriteExpression(inner)]))
  if (isPlain(document['$dateTrunc'])) return exactDateTrunc(document['$dateTrunc'])
  if (isPlain(document['$dateAdd'])) return exactDateAdd(document['$dateAdd'])
  return document
}

/** Whether an encoded command can contain something to correct at all; decoding the others would be for nothing. */
export function mayNeedRewrite(encoded: Buffer): boolean {
  return CORRECTED.some((operator) => encoded.includes(operator))
}

function sortedBucket(stage: unknown): unknown[] {
  return isPlain(stage) && '$bucket' in stage ? [stage, { $sort: { _id: 1 } }] : [stage]
}

function isPlain(value: unknown): value is Document {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return !('_bsontype' in value) && !(value instanceof Date) && !Buffer.isBuffer(value)
}

import { BSON, type Document } from 'bson'
import { decodeExactly, documentsIn } from '../wire/bson-sequence'
import type { WireRequest } from '../wire/wire-request'
import { mayNeedRewrite, rewriteExpression } from './rewrite-expression'

/**
 * The request with its expressions corrected by {@link rewriteExpression}. What a write stores is never touched:
 * a document may well hold a field named like an operator.
 */
export function rewriteRequest(request: WireRequest, name: string): WireRequest {
  if (name === 'insert' || name === 'bulkWrite') return request
  const body = mayNeedRewrite(request.body) ? encode(rewriteBody(decodeExactly(request.body), name)) : request.body
  const sequences = new Map(request.sequences)
  for (const [field, sequence] of sequences) {
    if (!mayNeedRewrite(sequence)) continue
    const statements = [...documentsIn(sequence, decodeExactly)]
    sequences.set(field, Buffer.concat(statements.map((statement) => encode(rewriteUpdate(statement, 'q', 'u')))))
  }
  return { ...request, body, sequences }
}

function rewriteBody(command: Document, name: string): Document {
  if (name === 'findAndModify' || name === 'findandmodify') return rewriteUpdate(command, 'query', 'update')
  const statements = name === 'update' ? 'updates' : name === 'delete' ? 'deletes' : undefined
  if (!statements) return rewriteExpression(command) as Document
  const list = command[statements] as Document[] | undefined
  return list ? { ...command, [statements]: list.map((statement) => rewriteUpdate(statement, 'q', 'u')) } : command
}

/** Corrects the filter, and the change if it is a pipeline; a change by operators or a replacement is stored as it is. */
function rewriteUpdate(statement: Document, filter: string, change: string): Document {
  const corrected = { ...statement }
  if (filter in statement) corrected[filter] = rewriteExpression(statement[filter])
  if (Array.isArray(statement[change])) corrected[change] = rewriteExpression(statement[change])
  return corrected
}

function encode(document: Document): Buffer {
  return Buffer.from(BSON.serialize(document))
}

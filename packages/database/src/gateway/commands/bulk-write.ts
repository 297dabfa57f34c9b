import { BSON, Long, type Document } from 'bson'
import { translateError } from '../postgres/translate-error'
import { rewriteRequest } from '../rewrite/rewrite-request'
import { decodeExactly, documentsIn } from '../wire/bson-sequence'
import { encode, splitNamespace, type Call, type Handler, type Shared } from './call'
import { runWrite, type WriteName } from './write-commands'

/**
 * The bulkWrite command of MongoDB 8, over several collections. The extension has its procedure but not its body, so each
 * operation is run as a command of its own.
 */
export const bulkWrite: Handler = async (call, shared) => {
  const namespaces = listOf(call, 'nsInfo').map((info) => splitNamespace(String(info['ns'])))
  const totals = { nErrors: 0, nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 }
  const firstBatch: Document[] = []
  for (const [idx, operation] of listOf(call, 'ops').entries()) {
    const { name, statement, namespace } = statementOf(operation, namespaces)
    const reply = await runOne(call, shared, name, statement, namespace)
    const [error] = (reply['writeErrors'] ?? []) as Document[]
    const [upserted] = (reply['upserted'] ?? []) as Document[]
    const n = Number(reply['n'] ?? 0)
    const nModified = Number(reply['nModified'] ?? 0)
    if (name === 'insert') totals.nInserted += n
    else if (name === 'delete') totals.nDeleted += n
    else {
      totals.nMatched += upserted ? 0 : n
      totals.nModified += nModified
      totals.nUpserted += upserted ? 1 : 0
    }
    if (error) {
      totals.nErrors++
      firstBatch.push({ ...error, ok: 0, idx, n: 0 })
      if (call.client || call.command['ordered'] !== false) break
    } else if (call.command['errorsOnly'] !== true) {
      const update = name === 'update' ? { nModified } : {}
      firstBatch.push({ ok: 1, idx, n, ...update, ...(upserted ? { upserted: { _id: upserted['_id'] } } : {}) })
    }
  }
  return { cursor: { id: Long.ZERO, ns: 'admin.$cmd.bulkWrite', firstBatch }, ...totals }
}

function listOf(call: Call, field: string): Document[] {
  const sequence = call.request.sequences.get(field)
  if (sequence) return [...documentsIn(sequence, decodeExactly)]
  return (decodeExactly(call.request.body)[field] ?? []) as Document[]
}

type Namespace = readonly [db: string, collection: string]

function statementOf(
  operation: Document,
  namespaces: readonly Namespace[],
): { readonly name: WriteName; readonly statement: Document; readonly namespace: Namespace } {
  const [kind = ''] = Object.keys(operation)
  const { multi = false, filter, updateMods, document, [kind]: target, ...options } = operation
  const namespace = namespaces[Number(target)] ?? ['', '']
  const collection = namespace[1]
  if (kind === 'insert') return { name: 'insert', namespace, statement: { insert: collection, documents: [document] } }
  if (kind === 'update') {
    const updates = [{ q: filter, u: updateMods, multi, ...options }]
    return { name: 'update', namespace, statement: { update: collection, updates } }
  }
  const deletes = [{ q: filter, limit: multi ? 0 : 1, ...options }]
  return { name: 'delete', namespace, statement: { delete: collection, deletes } }
}

async function runOne(
  call: Call,
  shared: Shared,
  name: WriteName,
  statement: Document,
  namespace: Namespace,
): Promise<Document> {
  const [db, collection] = namespace
  const body = encode(statement)
  const whole = { ...call.request, body, sequences: new Map<string, Buffer>() }
  // The session's fields go along, so that an error in a transaction aborts that transaction.
  const command = { ...call.command, ...BSON.deserialize(body) }
  try {
    const request = rewriteRequest(whole, name)
    return BSON.deserialize(await runWrite({ ...call, name, db, collection, command, request }, shared, name))
  } catch (error) {
    if (call.client) throw error
    const { code, message, extra } = await translateError(shared.backend, error, db, collection)
    return { n: 0, writeErrors: [{ code, errmsg: message, ...extra }] }
  }
}

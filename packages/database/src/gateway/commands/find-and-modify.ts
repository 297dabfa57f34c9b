import { BSON, type Document } from 'bson'
import { bsonColumn } from '../postgres/bson-column'
import { decodeExactly } from '../wire/bson-sequence'
import { encode, type Call, type Handler, type Shared } from './call'

/**
 * findAndModify. With a sort, the extension sorts every match before it takes the first. The first match is therefore
 * looked up by a find, which walks the index in order, and then modified by `_id`, still on condition of the query; one
 * at a time per collection, so that competing workers do not all go for the same document.
 */
export const findAndModify: Handler = (call, shared) => {
  const sort = call.command['sort'] as Document | undefined
  if (!sort || Object.keys(sort).length === 0 || call.command['upsert']) return modify(call, shared, call.request.body)
  const attempt = (): Promise<Buffer> => modifyFirst(call, shared)
  return call.client ? attempt() : shared.claims.run(`${call.db}.${call.collection}`, attempt)
}

async function modify(call: Call, { backend }: Shared, body: Buffer): Promise<Buffer> {
  const [result] = await backend.run(call.client, 'findAndModify', [call.db, body])
  return bsonColumn(result)
}

async function modifyFirst(call: Call, shared: Shared): Promise<Buffer> {
  const { sort, query = {}, ...rest } = decodeExactly(call.request.body)
  const { collation, let: variables } = rest
  const first = encode({
    find: call.collection,
    filter: query,
    sort,
    projection: { _id: 1 },
    limit: 1,
    singleBatch: true,
    ...(collation ? { collation } : {}),
    ...(variables ? { let: variables } : {}),
  })
  for (;;) {
    const [page] = await shared.backend.run(call.client, 'find', [call.db, first])
    const { cursor } = decodeExactly(bsonColumn(page)) as { cursor: { firstBatch: Document[] } }
    const [found] = cursor.firstBatch
    if (!found) return modify(call, shared, call.request.body)
    const targeted = { ...rest, query: { $and: [{ _id: found['_id'] }, query] } }
    const reply = await modify(call, shared, encode({ [call.name]: call.collection, ...targeted }))
    const { lastErrorObject } = BSON.deserialize(reply) as { lastErrorObject?: { n?: number } }
    // Somebody else took the document between the look-up and the change: look again.
    if (lastErrorObject?.n !== 0) return reply
  }
}

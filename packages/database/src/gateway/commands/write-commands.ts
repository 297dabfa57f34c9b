import { BSON, type Document } from 'bson'
import { MongoCode, MongoError } from '../errors/mongo-error'
import { bsonColumn } from '../postgres/bson-column'
import { writtenFields } from '../postgres/duplicate-key'
import { translateWriteErrors } from '../postgres/translate-error'
import { documentsIn } from '../wire/bson-sequence'
import { encode, type Call, type Handler, type Shared } from './call'

/** The commands that write a list of statements, and the field that holds the list. */
export const STATEMENT_FIELDS = { insert: 'documents', update: 'updates', delete: 'deletes' } as const

export type WriteName = keyof typeof STATEMENT_FIELDS

/**
 * Runs insert, update or delete. A reply with write errors is decoded and corrected; in a transaction it rolls back, and
 * a conflict becomes the error of the whole command, as MongoDB answers it.
 */
export async function runWrite(call: Call, shared: Shared, name: WriteName): Promise<Buffer> {
  const field = STATEMENT_FIELDS[name]
  const sequence = call.request.sequences.get(field)
  const [result, success] = await shared.backend.run(call.client, name, [call.db, call.request.body, sequence ?? null])
  const reply = bsonColumn(result)
  if (success) return reply
  const document = BSON.deserialize(reply)
  const statements = sequence ? [...documentsIn(sequence)] : ((call.command[field] ?? []) as Document[])
  const writtenAt = (place: number): Document | undefined => writtenFields(statements[place])
  // The look-up of an index must not run in the transaction, which PostgreSQL has already given up.
  await translateWriteErrors(shared.backend, document, call.db, call.collection, writtenAt)
  if (call.client) {
    await shared.transactions.abort(call.command)
    const errors = (document['writeErrors'] ?? []) as Document[]
    const conflict = errors.find((entry) => entry['code'] === MongoCode.WriteConflict)
    if (conflict) throw new MongoError(MongoCode.WriteConflict, String(conflict['errmsg']))
  }
  return encode(document)
}

export const writeCommands: Readonly<Record<WriteName, Handler>> = {
  insert: (call, shared) => runWrite(call, shared, 'insert'),
  update: (call, shared) => runWrite(call, shared, 'update'),
  delete: (call, shared) => runWrite(call, shared, 'delete'),
}

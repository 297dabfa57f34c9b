import { BSON, type Document } from 'bson'
import { MongoCode, MongoError } from '../errors/mongo-error'
import { mongoCodeOf, unpackSqlState } from '../errors/sql-state'
import type { Backend } from './backend'
import { duplicateKeyError, indexNameOf } from './duplicate-key'

interface PostgresError {
  readonly code: string
  readonly message: string
  readonly detail?: string
  readonly constraint?: string
}

/** Turns a failed statement into the error that MongoDB would give; anything but an answer of PostgreSQL means it was lost. */
export async function translateError(
  backend: Backend,
  error: unknown,
  db: string,
  collection: string,
): Promise<MongoError> {
  if (error instanceof MongoError) return error
  if (!isPostgresError(error))
    return new MongoError(MongoCode.HostUnreachable, `database connection failed: ${String(error)}`)
  const code = mongoCodeOf(error.code)
  if (code !== MongoCode.DuplicateKey || !error.constraint) return new MongoError(code, error.message)
  const written = /=\(BSONHEX([0-9a-f]+)/.exec(error.detail ?? '')?.[1]
  const index = await indexNameOf(backend, error.constraint)
  return duplicateKeyError(
    backend,
    { db, collection, index },
    written ? BSON.deserialize(Buffer.from(written, 'hex')) : undefined,
  )
}

/** Corrects the write errors inside a reply in place: SQLSTATE → MongoDB code, and the key of a duplicate. */
export async function translateWriteErrors(
  backend: Backend,
  reply: Document,
  db: string,
  collection: string,
  writtenAt: (place: number) => Document | undefined,
): Promise<void> {
  for (const entry of (reply['writeErrors'] ?? []) as Document[]) {
    const code = mongoCodeOf(unpackSqlState(Number(entry['code'])))
    entry['code'] = code
    if (code !== MongoCode.DuplicateKey) continue
    const index = /Index '(.*)'/.exec(String(entry['errmsg']))?.[1] ?? '_id_'
    const error = await duplicateKeyError(backend, { db, collection, index }, writtenAt(Number(entry['index'])))
    Object.assign(entry, error.extra, { errmsg: error.message })
  }
}

function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string'
}

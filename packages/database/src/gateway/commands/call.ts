import { BSON, type Document } from 'bson'
import type pg from 'pg'
import type { Backend } from '../postgres/backend'
import type { WireRequest } from '../wire/wire-request'
import type { Cursors } from './cursors'
import type { KeyedQueue } from './keyed-queue'
import type { Transactions } from './transactions'

/** One command at work. */
export interface Call {
  readonly request: WireRequest
  readonly command: Document
  readonly name: string
  readonly db: string
  /** The collection, where the command names one as its first value; else ''. */
  readonly collection: string
  /** The transaction's connection, if the command is part of one. */
  readonly client: pg.Client | undefined
}

/** What the commands of all connections share. */
export interface Shared {
  readonly backend: Backend
  readonly cursors: Cursors
  readonly transactions: Transactions
  /** Claims of one collection, one after another. */
  readonly claims: KeyedQueue
}

/** Answers one command: the bytes of a whole reply, or a document to which `ok: 1` is added. */
export type Handler = (call: Call, shared: Shared) => Promise<Buffer | Document>

export function encode(document: Document): Buffer {
  return Buffer.from(BSON.serialize(document))
}

/** Splits `db.collection` at its first dot: a collection's name may have more. */
export function splitNamespace(namespace: string): readonly [db: string, collection: string] {
  const dot = namespace.indexOf('.')
  return [namespace.slice(0, dot), namespace.slice(dot + 1)]
}

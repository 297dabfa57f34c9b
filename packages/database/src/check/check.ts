import type { mongo } from 'mongoose'

/** What a check works on. */
export interface CheckContext {
  readonly client: mongo.MongoClient
  /** A database of its own, empty before and dropped after. */
  readonly db: mongo.Db
  readonly server: ServerFacts
}

/** What the server says of itself. */
export interface ServerFacts {
  readonly version: string
  /** A standalone mongod has none; the gateway, replica sets and sharded clusters have. */
  readonly transactions: 'supported' | 'unsupported'
}

/** One thing the product relies on. Fails by throwing. */
export interface Check {
  /** A statement that is true when the check passes. */
  readonly name: string
  /** What the server must have; without it the check is skipped. */
  readonly needs?: 'transactions'
  run(context: CheckContext): Promise<void>
}

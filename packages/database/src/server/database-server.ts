/** How the database came to be. */
export type DatabaseKind = 'uri' | 'mongod' | 'mongod-download' | 'documentdb'

/** A database to connect to. */
export interface DatabaseServer {
  /** MongoDB connection string without a database name, or as given. */
  readonly uri: string
  readonly kind: DatabaseKind
  /** Why this one was taken, e.g. `no MONGODB_URI, no mongod on PATH, download refused`. */
  readonly why: string
  /** Stops what was started; nothing for a database that was already there. */
  stop(): Promise<void>
}

/** Takes one line of progress for people. */
export type Log = (line: string) => void

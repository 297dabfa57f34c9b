/**
 * What can go wrong before a database is there:
 * `uri_unreachable` MONGODB_URI is set and does not answer · `state_in_use` another process runs this state folder ·
 * `no_database` no route worked · `start_failed` a server did not become ready · `fetch_failed` packages could not be had ·
 * `data_version` the data folder is of another PostgreSQL.
 */
export type DatabaseErrorCode =
  'uri_unreachable' | 'state_in_use' | 'no_database' | 'start_failed' | 'fetch_failed' | 'data_version'

/** A database could not be had; `hint` says what a person can do. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

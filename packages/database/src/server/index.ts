export { DatabaseError, type DatabaseErrorCode } from './database-error'
export type { DatabaseKind, DatabaseServer, Log } from './database-server'
export { resolveDatabase, type ResolveOptions } from './resolve-database'

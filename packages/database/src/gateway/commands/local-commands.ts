import { BSON, type Document } from 'bson'
import type { Handler } from './call'

/** DocumentDB's `documentdb.maxWriteBatchSize`. */
const MAX_WRITE_BATCH = 25_000
/** The server version whose behaviour the gateway imitates. */
const VERSION = '8.0.0'

/**
 * The handshake. The gateway is a standalone with sessions: drivers then use sessions and transactions but no retryable
 * writes, which it could not keep its word on.
 */
export function handshake(connectionId: number): Document {
  return {
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: MAX_WRITE_BATCH,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId,
    minWireVersion: 0,
    maxWireVersion: 25,
    readOnly: false,
    ok: 1,
  }
}

const nothing: Handler = () => Promise.resolve({})

const buildInfo: Handler = () =>
  Promise.resolve({
    version: VERSION,
    versionArray: [8, 0, 0, 0],
    gitVersion: 'documentdb',
    modules: [],
    bits: 64,
    maxBsonObjectSize: 16_777_216,
  })

/** Commands answered without the database. */
export const localCommands: Readonly<Record<string, Handler>> = {
  ping: nothing,
  refreshSessions: nothing,
  logout: nothing,
  buildInfo,
  buildinfo: buildInfo,
  endSessions: async (call, { transactions }) => {
    const sessions = (call.command['endSessions'] ?? []) as Document[]
    await Promise.all(sessions.map((lsid) => transactions.abort({ lsid })))
    return {}
  },
  startSession: () => Promise.resolve({ id: { id: new BSON.UUID() }, timeoutMinutes: 30 }),
  getParameter: () => Promise.resolve({ featureCompatibilityVersion: { version: '8.0' } }),
  connectionStatus: () => Promise.resolve({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }),
  serverStatus: () =>
    Promise.resolve({
      host: 'localhost',
      version: VERSION,
      process: 'documentdb-gateway',
      pid: process.pid,
      uptime: process.uptime(),
      localTime: new Date(),
    }),
}

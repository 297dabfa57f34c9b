import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startGateway } from '../../gateway/gateway'
import type { Started } from '../choose-route'
import { DatabaseError } from '../database-error'
import type { Log } from '../database-server'
import { dataFolder } from './data-folder'
import { ensureServerTree } from './ensure-server-tree'
import { initData } from './init-data'
import { installExtension } from './install-extension'
import { PostgresServer } from './postgres-server'
import { socketFolder } from './socket-folder'

/** Where the server's build looks for time zones. */
const ZONES = '/usr/share/zoneinfo'

export interface DocumentDbOptions {
  readonly stateFolder: string
  readonly cacheFolder: string
  /** Port of the gateway; 0 takes a free one. */
  readonly port: number
  readonly log: Log
}

/**
 * Starts DocumentDB on PostgreSQL with a gateway that speaks MongoDB's protocol; fetches it first when this machine has
 * none yet.
 * @throws {DatabaseError} `fetch_failed` | `start_failed`
 */
export async function startDocumentDb({ stateFolder, cacheFolder, port, log }: DocumentDbOptions): Promise<Started> {
  if (!existsSync(ZONES)) throw new DatabaseError('start_failed', 'this system has no time zones', 'install tzdata')
  const data = dataFolder(stateFolder)
  const tree = await ensureServerTree(cacheFolder, data.major, log)
  if (data.major === undefined) {
    log('database: making a new data folder')
    await initData(tree, data)
  }
  const sockets = socketFolder(stateFolder, data.user)
  const postgres = await PostgresServer.start({
    tree,
    data,
    socketFolder: sockets,
    logFile: join(stateFolder, 'postgres.log'),
    log,
  })
  try {
    await installExtension(sockets)
    const gateway = await startGateway({ socketFolder: sockets, port })
    const stop = async (): Promise<void> => {
      await gateway.close()
      await postgres.stop()
    }
    return { uri: gateway.uri, label: `DocumentDB on PostgreSQL ${tree.major}`, stop }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

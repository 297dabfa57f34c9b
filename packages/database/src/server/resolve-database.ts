import { cacheFolder } from './cache-folder'
import { chooseRoute } from './choose-route'
import type { DatabaseServer, Log } from './database-server'
import { databaseRoutes } from './database-routes'
import { claimStateFolder } from './state-folder'

export interface ResolveOptions {
  /** Where data, logs and the claim of the running process are kept; made when it is not there. Absolute. */
  readonly stateFolder: string
  /** Takes progress, and the one line that says which database was taken and why. */
  readonly log?: Log
  /** TCP port on the loopback address for a server that is started; 0, the default, takes a free one. */
  readonly port?: number
  /** MONGODB_URI, PATH, XDG_CACHE_HOME, proxies; the process's own by default. */
  readonly env?: NodeJS.ProcessEnv
}

/**
 * Finds or starts a MongoDB-compatible database: MONGODB_URI, else mongod on PATH, else a mongod downloaded by
 * mongodb-memory-server, else DocumentDB on PostgreSQL from the machine's package mirror. What it starts ends with this
 * process, even when that is killed; data stays in the state folder.
 * @throws {DatabaseError} when none works, MONGODB_URI does not answer, or the state folder is in use
 */
export async function resolveDatabase(options: ResolveOptions): Promise<DatabaseServer> {
  const { stateFolder, log = () => undefined, port = 0, env = process.env } = options
  const release = env['MONGODB_URI'] ? () => undefined : claimStateFolder(stateFolder)
  try {
    const routes = databaseRoutes({
      stateFolder,
      cacheFolder: cacheFolder(env, process.getuid?.() === 0),
      port,
      env,
      log,
    })
    const { uri, kind, why, stop } = await chooseRoute(routes, log)
    const stopAndRelease = async (): Promise<void> => {
      await stop()
      release()
    }
    return { uri, kind, why, stop: stopAndRelease }
  } catch (error) {
    release()
    throw error
  }
}

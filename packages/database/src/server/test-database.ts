import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseServer } from './database-server'
import { resolveDatabase } from './resolve-database'

/**
 * A database for tests: the one of MONGODB_URI, which tests share by databases of their own names, else one started in a
 * temporary folder that is removed when it is stopped.
 * @param env to start one in any case, give an environment without MONGODB_URI
 */
export async function testDatabase(env: NodeJS.ProcessEnv = process.env): Promise<DatabaseServer> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'suixing-test-'))
  const remove = (): void => rmSync(stateFolder, { recursive: true, force: true })
  try {
    const database = await resolveDatabase({ stateFolder, env })
    const stop = async (): Promise<void> => {
      await database.stop()
      remove()
    }
    return { ...database, stop }
  } catch (error) {
    remove()
    throw error
  }
}

import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { claim } from './claim'
import { DatabaseError } from './database-error'

/**
 * Makes the folder and takes it for this process: two servers on one data folder would destroy it.
 * @returns gives the folder back
 * @throws {DatabaseError} `state_in_use`
 */
export function claimStateFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  // The server that root runs as another user must be able to pass through.
  if (process.getuid?.() === 0) chmodSync(folder, 0o755)
  const claimed = claim(join(folder, 'owner.json'))
  if (claimed.kind === 'claimed') return () => claimed.release()
  const hint = 'stop that process, or give another state folder'
  throw new DatabaseError('state_in_use', `the database in ${folder} is run by process ${claimed.pid}`, hint)
}

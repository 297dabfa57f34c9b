import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Nobody writes 20 MB for an hour. */
const abandonedAfterMs = 3_600_000

/**
 * Removes what writers that died have left unfinished in a folder: it may be a patient's picture, and nothing else would find it.
 * `now`: milliseconds by the clock of the file system, which may be another machine's.
 */
export async function removeAbandoned(writing: string, now: number): Promise<void> {
  for (const name of await readdir(writing)) {
    const path = join(writing, name)
    const found = await stat(path).catch(() => null)
    if (found && now - found.mtimeMs > abandonedAfterMs) await rm(path, { force: true })
  }
}

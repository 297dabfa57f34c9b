import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes files below a folder that are there whole or not at all, and durable when it resolves: written beside, synced, renamed,
 * and the folders synced that hold the name. `writing` takes what is not finished; it lies on the same file system.
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  within: { root: string; writing: string },
) {
  const unfinished = join(within.writing, randomUUID())
  await mkdir(within.writing, { recursive: true, mode: 0o700 })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeSynced(unfinished, content)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw error
  }
  // A folder's own name is durable once its parent is synced.
  for (let folder = dirname(path); folder.length >= within.root.length; folder = dirname(folder))
    await syncFolder(folder)
  await syncFolder(dirname(within.root)).catch(notOurs)
}

/** Makes what was renamed or removed in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The parent of the storage folder may be somebody else's; who made the folder there has seen to its name. */
function notOurs(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error
}

import { readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { checkKey } from './check-key'
import { fileFault } from './file-fault'
import { removeAbandoned } from './remove-abandoned'
import type { Storage } from './storage'
import { syncFolder, writeWhole } from './write-whole'

/**
 * Keeps objects in a folder, which is made at the first put and readable by its owner alone: `KEY.bytes`, and the content type
 * beside it in `KEY.type`. Any number of processes may share it. The bytes appear last and are removed first, so whatever has
 * bytes has its type.
 */
export function folderStorage(folder: string): Storage {
  const root = resolve(folder)
  const writing = join(root, '.writing')
  const filesOf = (key: string) => ({ bytes: join(root, `${key}.bytes`), type: join(root, `${key}.type`) })
  const typeOf = (files: { type: string }) => orNull(readFile(files.type, 'utf8'))
  let tidied: Promise<void> | undefined

  return {
    put: (key, bytes, { contentType }) =>
      guarded(key, async () => {
        const files = filesOf(key)
        await writeWhole(files.type, contentType, { root, writing })
        await writeWhole(files.bytes, bytes, { root, writing })
        await (tidied ??= stat(files.type).then(({ mtimeMs }) => removeAbandoned(writing, mtimeMs)))
      }),
    get: (key) =>
      guarded(key, async () => {
        const files = filesOf(key)
        const bytes = await orNull(readFile(files.bytes))
        const contentType = bytes && (await typeOf(files))
        return bytes && contentType !== null ? { bytes: new Uint8Array(bytes), contentType } : null
      }),
    head: (key) =>
      guarded(key, async () => {
        const files = filesOf(key)
        const found = await orNull(stat(files.bytes))
        const contentType = found && (await typeOf(files))
        return found && contentType !== null ? { size: found.size, contentType } : null
      }),
    remove: (key) =>
      guarded(key, async () => {
        const files = filesOf(key)
        await rm(files.bytes, { force: true })
        await rm(files.type, { force: true })
        await orNull(syncFolder(dirname(files.bytes)))
      }),
  }
}

async function guarded<T>(key: string, work: () => Promise<T>): Promise<T> {
  checkKey(key)
  try {
    return await work()
  } catch (error) {
    throw fileFault(error)
  }
}

const orNull = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

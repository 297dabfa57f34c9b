import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The bytes of uploaded media. */
export interface MediaStore {
  put(id: string, bytes: Buffer): void
  get(id: string): Buffer | null
  clear(): void
}

/** @param folder where bytes are kept over a restart; null keeps them in memory */
export function createMediaStore(folder: string | null): MediaStore {
  if (folder === null) {
    const kept = new Map<string, Buffer>()
    return {
      put: (id, bytes) => void kept.set(id, bytes),
      get: (id) => kept.get(id) ?? null,
      clear: () => kept.clear(),
    }
  }
  const at = join(folder, 'media')
  return {
    put(id, bytes) {
      mkdirSync(at, { recursive: true })
      writeFileSync(join(at, id), bytes)
    },
    get(id) {
      try {
        return readFileSync(join(at, id))
      } catch {
        return null
      }
    },
    clear: () => rmSync(at, { recursive: true, force: true }),
  }
}

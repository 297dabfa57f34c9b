import type { Files } from './platform'

/** A shelf of bytes by name. */
export interface ByteShelf {
  put(name: string, bytes: Blob): Promise<void>
  get(name: string): Promise<Blob | null>
  remove(name: string): Promise<void>
}

const store = 'files'
const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'))
  })

/** A shelf in IndexedDB, which outlives the page. Each use throws where the browser refuses it, as in a frame of another site. */
export const indexedShelf = (database: string): ByteShelf => {
  const open = (): Promise<IDBDatabase> => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => void request.result.createObjectStore(store)
    return answerOf(request)
  }
  const use = async <T>(mode: IDBTransactionMode, act: (shelf: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const opened = await open()
    try {
      return await answerOf(act(opened.transaction(store, mode).objectStore(store)))
    } finally {
      opened.close()
    }
  }
  return {
    put: async (name, bytes) => void (await use('readwrite', (shelf) => shelf.put(bytes, name))),
    get: async (name) => (await use('readonly', (shelf) => shelf.get(name) as IDBRequest<Blob | undefined>)) ?? null,
    remove: async (name) => void (await use('readwrite', (shelf) => shelf.delete(name))),
  }
}

/** Files of a browser: on a shelf, and as long as the page lives also in memory, for where the shelf is refused. */
export const browserFiles = (shelf: ByteShelf): Files & { keep(ref: string, bytes: Blob): Promise<void> } => {
  const held = new Map<string, Blob>()
  const addresses = new Map<string, string>()
  const find = async (ref: string): Promise<Blob | null> => held.get(ref) ?? (await shelf.get(ref).catch(() => null))
  return {
    async keep(ref, bytes) {
      held.set(ref, bytes)
      await shelf.put(ref, bytes).catch(() => undefined)
    },
    read: async (ref) => (await (await find(ref))?.arrayBuffer()) ?? null,
    async address(ref) {
      const known = addresses.get(ref)
      if (known) return known
      const bytes = await find(ref)
      if (!bytes) return null
      const address = URL.createObjectURL(bytes)
      addresses.set(ref, address)
      return address
    },
    async forget(ref) {
      held.delete(ref)
      const address = addresses.get(ref)
      if (address) URL.revokeObjectURL(address)
      addresses.delete(ref)
      await shelf.remove(ref).catch(() => undefined)
    },
  }
}

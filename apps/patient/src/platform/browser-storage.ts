import type { Platform } from './platform'

/**
 * localStorage under a prefix. In a frame of another site the browser refuses it by throwing, even on reading the
 * property: then values live in memory as long as the page.
 */
export const browserStorage = (open: () => Storage, prefix: string): Platform['storage'] => {
  const memory = new Map<string, string>()
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(open())
    } catch {
      return otherwise
    }
  }
  return {
    read: (key) => memory.get(prefix + key) ?? attempt((storage) => storage.getItem(prefix + key), null),
    write(key, value) {
      memory.set(prefix + key, value)
      attempt((storage) => storage.setItem(prefix + key, value), undefined)
    },
    remove(key) {
      memory.delete(prefix + key)
      attempt((storage) => storage.removeItem(prefix + key), undefined)
    },
  }
}

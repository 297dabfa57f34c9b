import type { KeptStrings } from './port'

/** The two calls of localStorage or wx storage that may throw or refuse. */
export interface RawStrings {
  get(key: string): string | null | undefined
  set(key: string, value: string): void
  remove(key: string): void
}

/**
 * Strings under a prefix, so that two phones in one browser stay apart. A browser may refuse storage to a framed page
 * (it throws), so every value also stands in memory and memory answers first.
 */
export const prefixedStrings = (prefix: string, raw: RawStrings): KeptStrings => {
  const memory = new Map<string, string | undefined>()
  const quietly = <T>(act: () => T): T | undefined => {
    try {
      return act()
    } catch {
      return undefined
    }
  }
  return {
    read: (key) =>
      memory.has(key) ? memory.get(key) : (quietly(() => raw.get(prefix + key)) ?? undefined) || undefined,
    write: (key, value) => {
      memory.set(key, value)
      quietly(() => raw.set(prefix + key, value))
    },
    remove: (key) => {
      memory.set(key, undefined)
      quietly(() => raw.remove(prefix + key))
    },
  }
}

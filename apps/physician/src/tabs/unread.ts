import { useSyncExternalStore } from 'react'

/** How many messages the reader has not read, as the last answer of the host said. */
export const createUnread = () => {
  let count = 0
  const listeners = new Set<() => void>()
  return {
    now: () => count,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (next: number) => {
      if (next === count) return
      count = next
      listeners.forEach((listener) => listener())
    },
  }
}

/** The one count of the running app: every page that asks the inbox tells it. */
export const unread = createUnread()

export const useUnread = (): number => useSyncExternalStore(unread.subscribe, unread.now, unread.now)

import { prefixedStrings } from './prefixed-strings'
import { PlatformError, type App, type HttpAnswer, type HttpCall, type Platform } from './port'

export interface MemoryPlatform extends Platform {
  /** What stands behind the wire; a test sets it. */
  answer: (call: HttpCall) => Promise<HttpAnswer>
  app: App
  readonly calls: HttpCall[]
  /** The picture the person picks next; null = they pick none. */
  nextPicture: { name: string; bytes: ArrayBuffer } | null
  setVisible(visible: boolean): void
}

/** The port in memory: nothing leaves the process, and ids count up so that tests can name them. */
export const memoryPlatform = (): MemoryPlatform => {
  const map = new Map<string, string>()
  const listeners = new Set<(visible: boolean) => void>()
  const files = new Map<string, ArrayBuffer>()
  const calls: HttpCall[] = []
  let ids = 0
  const self: MemoryPlatform = {
    app: 'wecom',
    answer: async () => {
      throw new PlatformError('unreachable', 'nothing answers in memory')
    },
    calls,
    environment: async () => ({ app: self.app, statusBarHeight: 44, bottomInset: 'environment' }),
    signInCode: async () => {
      if (self.app === 'outside') throw new PlatformError('outside', 'not inside WeCom or WeChat')
      return `${self.app}-code`
    },
    request: (call) => {
      calls.push(call)
      return self.answer(call)
    },
    kept: prefixedStrings('memory:', {
      get: (key) => map.get(key),
      set: (key, value) => void map.set(key, value),
      remove: (key) => void map.delete(key),
    }),
    nextPicture: null,
    pictures: {
      pick: async () => {
        const picked = self.nextPicture
        if (!picked) return null
        const ref = `picture-${files.size + 1}`
        files.set(ref, picked.bytes)
        return { ref, name: picked.name }
      },
      read: async (ref) => {
        const bytes = files.get(ref)
        if (!bytes) throw new PlatformError('file-gone', ref)
        return bytes
      },
      address: (ref) => (files.has(ref) ? `memory:${ref}` : undefined),
      forget: (ref) => void files.delete(ref),
    },
    hostBase: '',
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    onVisibility: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setVisible: (visible) => listeners.forEach((listener) => listener(visible)),
  }
  return self
}

import { PlatformError } from './port'

const mark = 'suixing-phone'

/** The window pair of a framed page, narrowed to what the bridge needs so that a test can stand in for it. */
export interface BridgeWindows {
  post(message: unknown): void
  /** Messages from the parent alone. Returns how to stop. */
  listen(listener: (data: unknown) => void): () => void
}

export interface PhoneBridge {
  call(method: string, params?: unknown): Promise<unknown>
  onEvent(listener: (event: 'show' | 'hide') => void): () => void
}

interface Pending {
  resolve(value: unknown): void
  reject(error: unknown): void
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Calls to the phone that frames this page: `{ bridge, id, method, params }` out, `{ bridge, id, result | error }` back. */
export const phoneBridge = (windows: BridgeWindows): PhoneBridge => {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(event: 'show' | 'hide') => void>()
  let lastId = 0
  windows.listen((data) => {
    if (!isObject(data) || data['bridge'] !== mark) return
    const event = data['event']
    if (event === 'show' || event === 'hide') return listeners.forEach((listener) => listener(event))
    const call = pending.get(Number(data['id']))
    if (!call || 'method' in data) return
    pending.delete(Number(data['id']))
    const error = data['error']
    if (isObject(error)) call.reject(new PlatformError('login-refused', String(error['errMsg'] ?? '')))
    else call.resolve(data['result'])
  })
  return {
    call: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        pending.set(id, { resolve, reject })
        windows.post({ bridge: mark, id, method, params })
      }),
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

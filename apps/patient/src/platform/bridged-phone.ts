/** Mark of every message between the app and the frame that plays its phone. */
export const bridge = 'suixing-phone'

/** A phone outside the page: ask it by method, listen to what it tells. */
export interface Phone {
  ask<Answer>(method: string, params?: object): Promise<Answer>
  /** 'show' and 'hide' as the person brings the app to the front and away. */
  onEvent(listener: (event: 'show' | 'hide') => void): void
}

interface Message {
  bridge?: unknown
  id?: unknown
  event?: unknown
  result?: unknown
  error?: { errMsg?: string }
}

/** The phone in the page around this one, over postMessage. Only that page's messages are heard. */
export const bridgedPhone = (page: Window): Phone => {
  const waiting = new Map<string, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  const listeners: ((event: 'show' | 'hide') => void)[] = []
  let asked = 0
  page.addEventListener('message', ({ source, data }: MessageEvent<Message | null>) => {
    if (source !== page.parent || data?.bridge !== bridge) return
    if (data.event === 'show' || data.event === 'hide') {
      for (const listener of listeners) listener(data.event)
      return
    }
    const one = waiting.get(String(data.id))
    if (!one) return
    waiting.delete(String(data.id))
    if (data.error) one.reject(new Error(data.error.errMsg ?? 'fail'))
    else one.resolve(data.result as never)
  })
  return {
    ask: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = `p${++asked}`
        waiting.set(id, { resolve, reject })
        page.parent.postMessage({ bridge, id, method, params }, '*')
      }),
    onEvent: (listener) => void listeners.push(listener),
  }
}

import { browserPictures } from './browser-pictures'
import { phoneBridge, type PhoneBridge } from './phone-bridge'
import { prefixedStrings } from './prefixed-strings'
import { PlatformError, type Environment, type Platform } from './port'
import { uuidFrom } from './uuid'

const timeout = 15_000

/** A framing phone draws its home indicator over the page, where CSS env() says nothing. */
const framedInset = 20

const bridgeOf = (page: Window): PhoneBridge =>
  phoneBridge({
    post: (message) => page.parent.postMessage(message, '*'),
    listen: (listener) => {
      const hear = (event: MessageEvent) => {
        if (event.source === page.parent) listener(event.data)
      }
      page.addEventListener('message', hear)
      return () => page.removeEventListener('message', hear)
    },
  })

/**
 * The port in a browser. Framed by a phone (`?phone=<key>` and a parent window) it borrows the phone's sign-in;
 * alone it is outside, for a plain browser has no WeCom identity. Asks its own origin.
 */
export const browserPlatform = (page: Window & typeof globalThis): Platform => {
  const query = new URLSearchParams(page.location.search)
  const phone = query.get('phone')
  const bridge = phone && page.parent !== page ? bridgeOf(page) : undefined
  const outside: Environment = { app: 'outside', statusBarHeight: 0, bottomInset: 'environment' }
  const environment = bridge
    ? bridge.call('environment').then((answer): Environment => {
        const told = answer as { app: 'wecom' | 'wechat'; statusBarHeight: number }
        return { app: told.app, statusBarHeight: told.statusBarHeight, bottomInset: framedInset }
      })
    : Promise.resolve(outside)
  const newId = () => uuidFrom(Math.random)
  const kept = prefixedStrings(`physician:${phone ?? ''}:`, {
    get: (key) => page.localStorage.getItem(key),
    set: (key, value) => page.localStorage.setItem(key, value),
    remove: (key) => page.localStorage.removeItem(key),
  })
  return {
    environment: () => environment,
    signInCode: async () => {
      const { app } = await environment
      if (!bridge || app === 'outside') throw new PlatformError('outside', 'not inside WeCom or WeChat')
      const answer = (await bridge.call(app === 'wecom' ? 'qyLogin' : 'login')) as { code?: string }
      if (!answer.code) throw new PlatformError('login-refused', 'no code')
      return answer.code
    },
    request: async (call) => {
      const stop = new AbortController()
      const timer = setTimeout(() => stop.abort(), timeout)
      try {
        const answer = await page.fetch(call.path, {
          method: call.method,
          headers: { ...call.headers },
          ...(call.body === undefined ? {} : { body: call.body }),
          signal: stop.signal,
        })
        const text = await answer.text()
        return { status: answer.status, body: parsed(text) }
      } catch (error) {
        throw new PlatformError('unreachable', error instanceof Error ? error.name : 'fetch failed')
      } finally {
        clearTimeout(timer)
      }
    },
    kept,
    pictures: browserPictures(page.document, kept, newId),
    hostBase: '',
    newId,
    onVisibility: (listener) => {
      const changed = () => listener(page.document.visibilityState === 'visible')
      page.document.addEventListener('visibilitychange', changed)
      const stop = bridge?.onEvent((event) => listener(event === 'show'))
      return () => {
        page.document.removeEventListener('visibilitychange', changed)
        stop?.()
      }
    },
  }
}

/** What is not JSON (a proxy's error page) counts as no body: its status alone speaks. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

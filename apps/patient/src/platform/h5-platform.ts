import { frameVisible, type HttpAnswer } from '@suixing/ui'
import Taro from '@tarojs/taro'
import type { Phone } from './bridged-phone'
import { bytesOfBase64 } from './bytes-of-base64'
import type { ByteShelf } from './browser-files'
import { h5Media } from './h5-media'
import { newUuid } from './new-uuid'
import { pageAddress } from './page-address'
import { patienceMs } from './patience'
import type { Platform } from './platform'

/** Height kept free for the home indicator a phone frame draws over the page. */
const frameInset = 34

const queryOfHash = (hash: string): Record<string, string> => {
  const mark = hash.indexOf('?')
  return mark < 0 ? {} : Object.fromEntries(new URLSearchParams(hash.slice(mark + 1)))
}

/** The port in a browser. `phone` null: a plain browser, where nobody can be signed in as a WeChat user. */
export const h5Platform = (outside: {
  base: string
  phone: Phone | null
  storage: Platform['storage']
  shelf: ByteShelf
}): Platform => {
  const { base, phone, storage, shelf } = outside
  const newId = () => newUuid(Math.random)
  const launch = queryOfHash(window.location.hash)
  phone?.onEvent((event) => Taro.eventCenter.trigger(frameVisible, event === 'show'))
  const ask = <Answer>(method: string, params?: object): Promise<Answer> =>
    phone ? phone.ask<Answer>(method, params) : Promise.reject(new Error(`${method}: no phone around this page`))
  return {
    async surroundings() {
      const scheme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
      if (!phone) return { app: 'none', scheme, statusBarHeight: 0, bottomInset: 'environment' }
      const { app, statusBarHeight } = await ask<{ app: 'wechat' | 'wecom'; statusBarHeight: number }>('environment')
      return { app, scheme, statusBarHeight, bottomInset: frameInset }
    },
    launchQuery: () => launch,
    login: async () => (await ask<{ code: string }>('login')).code,
    storage,
    async request({ method, path, headers, body }): Promise<HttpAnswer> {
      const given = new AbortController()
      const timer = setTimeout(() => given.abort(), patienceMs(body))
      try {
        const asked = { method, headers, signal: given.signal, ...(body === undefined ? {} : { body }) }
        const answer = await fetch(base + path, asked)
        const json: unknown = await answer.json().catch(() => undefined)
        return { status: answer.status, body: json }
      } finally {
        clearTimeout(timer)
      }
    },
    openCustomerServiceChat: async (chat) => void (await ask('openCustomerServiceChat', chat)),
    requestSubscribeMessage: (templateIds) => ask('requestSubscribeMessage', { tmplIds: templateIds }),
    async chooseFile() {
      try {
        const { name, base64 } = await ask<{ name: string; base64: string }>('chooseFile')
        return { name, bytes: bytesOfBase64(base64) }
      } catch {
        return null
      }
    },
    ...h5Media({ phone, shelf, newId }),
    // A browser asks anew by itself; its settings no page can open.
    openSettings: () => undefined,
    async callPhone(phoneNumber) {
      if (!phone) {
        window.location.href = `tel:${phoneNumber}`
        return true
      }
      return ask('makePhoneCall', { phoneNumber }).then(
        () => true,
        () => false,
      )
    },
    linkTo: (page) => pageAddress(window.location, page),
    // A frame of another site may be refused the clipboard, or have none.
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch {
        return false
      }
    },
    onOnline: (listener) => window.addEventListener('online', listener),
    newId,
  }
}

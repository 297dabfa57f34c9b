import { indexedShelf } from './browser-files'
import { browserStorage } from './browser-storage'
import { bridgedPhone } from './bridged-phone'
import { h5Platform } from './h5-platform'
import { plainHash } from './page-address'
import type { Platform } from './platform'

// Before the router reads it.
const hash = plainHash(window.location.hash)
if (hash !== window.location.hash) window.history.replaceState(window.history.state, '', hash)

const search = new URLSearchParams(window.location.search)
const phoneKey = window.parent === window ? null : search.get('phone')
const name = `suixing:patient:${phoneKey ?? 'browser'}`

/** A browser; where a frame around it plays a phone, that phone's wx over postMessage. */
export const platform: Platform = h5Platform({
  base: API_BASE_URL,
  phone: phoneKey === null ? null : bridgedPhone(window),
  storage: browserStorage(() => window.localStorage, `${name}:`),
  shelf: indexedShelf(name),
})

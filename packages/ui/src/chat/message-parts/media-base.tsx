import type { MediaView } from '@suixing/contracts'
import { createContext, useContext, type ReactNode } from 'react'

/** A stored file with the address a player or an image reads it from. */
export type StoredMedia = MediaView & { readonly url: string }

const Context = createContext('')

/** Put around an app that has no origin of its own (weapp): `base` is the host's address, put before addresses that begin with `/`. */
export const MediaBaseProvider = ({ base, children }: { base: string; children?: ReactNode }) => (
  <Context.Provider value={base}>{children}</Context.Provider>
)

/** The file with its whole address, or null while it cannot be read. */
export const useStoredMedia = (media: MediaView): StoredMedia | null => {
  const base = useContext(Context)
  if (media.state !== 'stored' || media.url === null) return null
  return { ...media, url: media.url.startsWith('/') ? base + media.url : media.url }
}

import { useState } from 'react'
import type { StoredMedia } from './media-base'
import { openFile } from './open-file'

/** Offers a file on a tap; `failed` after it could not be handed over. */
export const useFileOffer = (): { failed: boolean; offer: (file: StoredMedia, name: string) => void } => {
  const [failed, setFailed] = useState(false)
  return {
    failed,
    offer: (file, name) => {
      setFailed(false)
      openFile(file, name).catch(() => setFailed(true))
    },
  }
}

import { browserFiles, type ByteShelf } from './browser-files'
import { pickedOf, pickImages, type BridgedFile, type Picked } from './browser-images'
import { recordInBrowser } from './browser-voice'
import type { Phone } from './bridged-phone'
import { longestVoice, type KeptFile, type Platform, type Recording, type VoiceListener } from './platform'

interface BridgedVoice extends BridgedFile {
  readonly seconds: number
}

const isUnsupported = (error: unknown): boolean => /not supported/.test(error instanceof Error ? error.message : '')
const isNotAllowed = (error: unknown): boolean => /auth|denied|deny/.test(error instanceof Error ? error.message : '')

/**
 * Files, pictures and voices of a browser. The phone around the page is asked first (`chooseImage` {count} → {files: [{name,
 * base64}]}; `recordVoice` → {name, base64, seconds}); what it does not offer, the browser does.
 */
export const h5Media = (outside: {
  phone: Phone | null
  shelf: ByteShelf
  newId: () => string
}): Pick<Platform, 'files' | 'chooseImages' | 'startVoice'> => {
  const { phone, newId } = outside
  const files = browserFiles(outside.shelf)
  const keep = async ({ name, bytes }: Picked, seconds: number | null): Promise<KeptFile> => {
    const ref = newId()
    await files.keep(ref, bytes)
    return { ref, name, seconds }
  }
  const askImages = async (most: number): Promise<readonly Picked[]> => {
    if (!phone) return pickImages(document, most)
    try {
      const { files: chosen } = await phone.ask<{ files: BridgedFile[] }>('chooseImage', { count: most })
      return chosen.slice(0, most).map(pickedOf)
    } catch (error) {
      if (isUnsupported(error)) return pickImages(document, most)
      throw error
    }
  }
  const startVoice = (listener: VoiceListener): Recording => {
    const inBrowser = () =>
      recordInBrowser(listener, async (voice, seconds) => listener.ended(await keep(voice, seconds)))
    if (!phone) return inBrowser()
    return recordThrough(phone, listener, { inBrowser, keep })
  }
  return {
    files,
    startVoice,
    async chooseImages(most) {
      try {
        const chosen = await Promise.all((await askImages(most)).map((one) => keep(one, null)))
        return chosen.length > 0 ? { kind: 'chosen', files: chosen } : { kind: 'none' }
      } catch (error) {
        return { kind: isNotAllowed(error) ? 'not-allowed' : 'none' }
      }
    },
  }
}

/** The frame's phone has no microphone of its own: it hands over a voice at once, which counts as said while the person holds. */
const recordThrough = (
  phone: Phone,
  listener: VoiceListener,
  ways: { inBrowser: () => Recording; keep: (voice: Picked, seconds: number) => Promise<KeptFile> },
): Recording => {
  let browser: Recording | null = null
  let voice: BridgedVoice | null = null
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    over = true
    clearTimeout(timer)
  }
  const stop = () => {
    if (browser) return browser.stop()
    if (over || !voice) return
    end()
    const { seconds } = voice
    ways.keep(pickedOf(voice), seconds).then(listener.ended, () => listener.failed('broken'))
  }
  phone.ask<BridgedVoice>('recordVoice').then(
    (given) => {
      if (over) return
      voice = given
      timer = setTimeout(stop, longestVoice * 1000)
      listener.started()
    },
    (error: unknown) => {
      if (over) return
      if (isUnsupported(error)) browser = ways.inBrowser()
      else listener.failed(isNotAllowed(error) ? 'not-allowed' : 'broken')
    },
  )
  return {
    stop,
    cancel() {
      end()
      browser?.cancel()
    },
  }
}

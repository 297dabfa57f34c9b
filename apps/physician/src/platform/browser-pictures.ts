import { PlatformError, type KeptStrings, type Pictures } from './port'

/** Longest side of a picture that is sent, in px: readable in full screen, small enough to keep. */
const longestSide = 1600
const quality = 0.82

const pickFile = (document: Document): Promise<File | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.hidden = true
    const done = (file: File | undefined) => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('cancel', () => done(undefined))
    input.addEventListener('change', () => done(input.files?.[0]))
    document.body.append(input)
    input.click()
  })

/** The picture as a data URL, smaller where the browser can draw it. */
const drawnSmall = async (document: Document, file: File): Promise<string> => {
  try {
    const bitmap = await createImageBitmap(file)
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    return canvas.toDataURL('image/jpeg', quality)
  } catch {
    return dataUrlOf(file)
  }
}
const dataUrlOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as string)
    reader.onerror = () => reject(new PlatformError('file-gone', file.name))
    reader.readAsDataURL(file)
  })

/** Pictures in a browser: picked by a file field, kept as data URLs beside the other strings of this phone. */
export const browserPictures = (document: Document, kept: KeptStrings, newId: () => string): Pictures => {
  const key = (ref: string) => `picture:${ref}`
  return {
    pick: async () => {
      const file = await pickFile(document)
      if (!file) return null
      const ref = newId()
      kept.write(key(ref), await drawnSmall(document, file))
      return { ref, name: file.name }
    },
    read: async (ref) => {
      const url = kept.read(key(ref))
      if (!url) throw new PlatformError('file-gone', ref)
      const binary = atob(url.slice(url.indexOf(',') + 1))
      return Uint8Array.from(binary, (character) => character.charCodeAt(0)).buffer
    },
    address: (ref) => kept.read(key(ref)),
    forget: (ref) => kept.remove(key(ref)),
  }
}

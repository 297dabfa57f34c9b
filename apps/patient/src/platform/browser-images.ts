import { bytesOfBase64 } from './bytes-of-base64'

/** Bytes with their name, as a browser or the phone around it hands them over. */
export interface Picked {
  readonly name: string
  readonly bytes: Blob
}
/** A file as it comes over the bridge. */
export interface BridgedFile {
  readonly name: string
  /** MIME type, where the bridge tells it. */
  readonly type?: string
  readonly base64: string
}

const types: Record<string, string> = {
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  webm: 'audio/webm',
}

/** The file a bridge told of, with the type it told, else the one its name says. */
export const pickedOf = ({ name, type, base64 }: BridgedFile): Picked => {
  const extension = name.split('.').pop()?.toLowerCase() ?? ''
  return { name, bytes: new Blob([bytesOfBase64(base64)], { type: type || (types[extension] ?? 'image/jpeg') }) }
}

/** Lets the person choose pictures with the browser's own input; none when they leave it. */
export const pickImages = (document: Document, most: number): Promise<readonly Picked[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = most > 1
    input.hidden = true
    const done = (files: readonly File[]) => {
      input.remove()
      resolve(files.slice(0, most).map((file) => ({ name: file.name, bytes: file })))
    }
    input.addEventListener('cancel', () => done([]))
    input.addEventListener('change', () => done([...(input.files ?? [])]))
    document.body.append(input)
    input.click()
  })

import { base64Of } from './base64'
import { PhoneRefusal } from './bridge'

/** A file a person chose. */
export interface ChosenFile {
  name: string
  type: string
  base64: string
}

/** What may be chosen: `accept` as of a file input, and how many at most; `api` names the refusal. */
export interface Choice {
  api: string
  accept: string
  most: number
}

/** Lets the person choose files with a real file input. Leaving without one is a refusal. */
export function chooseFiles(document: Document, choice: Choice): Promise<ChosenFile[]> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = choice.accept
    input.multiple = choice.most > 1
    input.hidden = true
    input.dataset['testid'] = 'file-input'
    const done = (): void => input.remove()
    const cancelled = (): void => reject(new PhoneRefusal(`${choice.api}:fail cancel`))
    input.addEventListener('cancel', () => {
      done()
      cancelled()
    })
    input.addEventListener('change', () => {
      done()
      const files = [...(input.files ?? [])].slice(0, choice.most)
      if (files.length === 0) return cancelled()
      Promise.all(files.map(read)).then(resolve, () => reject(new PhoneRefusal(`${choice.api}:fail file not readable`)))
    })
    document.body.append(input)
    input.click()
  })
}

async function read(file: File): Promise<ChosenFile> {
  return { name: file.name, type: file.type, base64: base64Of(new Uint8Array(await file.arrayBuffer())) }
}

/** One file of any kind, as wx.chooseMessageFile. */
export async function chooseFile(document: Document): Promise<{ name: string; base64: string }> {
  const [file] = await chooseFiles(document, { api: 'chooseMessageFile', accept: '', most: 1 })
  if (file === undefined) throw new PhoneRefusal('chooseMessageFile:fail cancel')
  return { name: file.name, base64: file.base64 }
}

/** Up to nine pictures, as wx.chooseImage. */
export async function chooseImage(
  document: Document,
  { count = 9 }: { count?: number },
): Promise<{ files: ChosenFile[] }> {
  const most = Math.min(Math.max(Math.trunc(count), 1), 9)
  return { files: await chooseFiles(document, { api: 'chooseImage', accept: 'image/*', most }) }
}

import { PhoneRefusal } from './bridge'

/** Lets the person choose a file, as wx.chooseMessageFile: name and bytes in base64. Leaving without one is a refusal. */
export function chooseFile(document: Document): Promise<{ name: string; base64: string }> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.hidden = true
    input.dataset['testid'] = 'file-input'
    const done = (): void => input.remove()
    input.addEventListener('cancel', () => {
      done()
      reject(new PhoneRefusal('chooseMessageFile:fail cancel'))
    })
    input.addEventListener('change', () => {
      done()
      const file = input.files?.[0]
      if (!file) return reject(new PhoneRefusal('chooseMessageFile:fail cancel'))
      file.arrayBuffer().then(
        (bytes) => resolve({ name: file.name, base64: base64Of(new Uint8Array(bytes)) }),
        () => reject(new PhoneRefusal('chooseMessageFile:fail file not readable')),
      )
    })
    document.body.append(input)
    input.click()
  })
}

/** In slices: one call with a whole file would exceed the number of arguments a call may have. */
function base64Of(bytes: Uint8Array): string {
  const slice = 0x8000
  let binary = ''
  for (let at = 0; at < bytes.length; at += slice) binary += String.fromCharCode(...bytes.subarray(at, at + slice))
  return btoa(binary)
}

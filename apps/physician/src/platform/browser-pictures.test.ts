/** @jest-environment jsdom */
import { browserPictures } from './browser-pictures'
import { memoryPlatform } from './memory-platform'

const pick = (file: File | null) => {
  const { kept, newId } = memoryPlatform()
  const pictures = browserPictures(document, kept, newId)
  const picked = pictures.pick()
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  if (file) Object.defineProperty(input, 'files', { value: [file] })
  input.dispatchEvent(new Event(file ? 'change' : 'cancel'))
  return { pictures, picked }
}

it('keeps the bytes of a picked picture until it is forgotten', async () => {
  const { pictures, picked } = pick(new File(['jpeg'], '脚.jpg', { type: 'image/jpeg' }))
  const { ref = '', name } = (await picked) ?? {}
  expect(name).toBe('脚.jpg')
  expect(String.fromCharCode(...new Uint8Array(await pictures.read(ref)))).toBe('jpeg')
  expect(pictures.address(ref)).toMatch(/^data:image\/jpeg;base64,/)
  pictures.forget(ref)
  expect(pictures.address(ref)).toBeUndefined()
  await expect(pictures.read(ref)).rejects.toMatchObject({ code: 'file-gone' })
})

it('picks nothing when the person leaves, and leaves no field behind', async () => {
  expect(await pick(null).picked).toBeNull()
  expect(document.querySelector('input')).toBeNull()
})

import { browserFiles, type ByteShelf } from './browser-files'

const bytes = new Blob([new Uint8Array([1, 2, 3])])
const readOf = async (files: ReturnType<typeof browserFiles>, ref: string) => {
  const found = await files.read(ref)
  return found && [...new Uint8Array(found)]
}
const memoryShelf = (): ByteShelf => {
  const kept = new Map<string, Blob>()
  return {
    put: async (name, blob) => void kept.set(name, blob),
    get: async (name) => kept.get(name) ?? null,
    remove: async (name) => void kept.delete(name),
  }
}
const refusing = (): ByteShelf => {
  const refuse = () => Promise.reject(new Error('SecurityError'))
  return { put: refuse, get: refuse, remove: refuse }
}

test('a file outlives the page, until it is forgotten', async () => {
  const shelf = memoryShelf()
  await browserFiles(shelf).keep('a', bytes)
  const later = browserFiles(shelf)
  expect(await readOf(later, 'a')).toEqual([1, 2, 3])
  await later.forget('a')
  expect(await readOf(later, 'a')).toBeNull()
  expect(await later.address('a')).toBeNull()
})

test('where the browser refuses, the page remembers by itself', async () => {
  const files = browserFiles(refusing())
  await files.keep('a', bytes)
  expect(await readOf(files, 'a')).toEqual([1, 2, 3])
  expect(await readOf(files, 'b')).toBeNull()
})

test('an image has one address while it is kept', async () => {
  const files = browserFiles(memoryShelf())
  await files.keep('a', bytes)
  const address = await files.address('a')
  expect(address).toMatch(/^blob:/)
  expect(await files.address('a')).toBe(address)
})

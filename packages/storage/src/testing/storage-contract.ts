import { randomBytes } from 'node:crypto'
import type { Storage } from '../storage'
import { StorageFault } from '../storage-fault'

/** What every storage does. `open` gives one that is empty. */
export function storageContract(open: () => Promise<Storage>): void {
  const jpeg = { contentType: 'image/jpeg' }
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })

  it('gives back the bytes and their type', async () => {
    const bytes = new Uint8Array(randomBytes(300_000))
    await storage.put('kf/2026-03/a_1', bytes, jpeg)
    expect(await storage.get('kf/2026-03/a_1')).toEqual({ bytes, ...jpeg })
    expect(await storage.head('kf/2026-03/a_1')).toEqual({ size: 300_000, ...jpeg })
  })

  it('keeps an object of no bytes', async () => {
    await storage.put('empty', new Uint8Array(), { contentType: 'application/octet-stream' })
    expect(await storage.get('empty')).toEqual({ bytes: new Uint8Array(), contentType: 'application/octet-stream' })
    expect(await storage.head('empty')).toEqual({ size: 0, contentType: 'application/octet-stream' })
  })

  it('keeps what a view shows, not the memory around it', async () => {
    await storage.put('view', new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 3), jpeg)
    expect((await storage.get('view'))?.bytes).toEqual(new Uint8Array([2, 3]))
  })

  it('has nothing under a key that was never put', async () => {
    expect(await storage.get('kf/none')).toBeNull()
    expect(await storage.head('kf/none')).toBeNull()
    await expect(storage.remove('kf/none')).resolves.toBeUndefined()
  })

  it('takes the same again, also at the same time', async () => {
    const bytes = new Uint8Array(randomBytes(50_000))
    await Promise.all([storage.put('twice', bytes, jpeg), storage.put('twice', bytes, jpeg)])
    await storage.put('twice', bytes, jpeg)
    expect(await storage.get('twice')).toEqual({ bytes, ...jpeg })
  })

  it('keeps a key apart from those below it', async () => {
    await storage.put('a', new Uint8Array([1]), jpeg)
    await storage.put('a/b', new Uint8Array([2]), { contentType: 'audio/amr' })
    expect(await storage.get('a')).toEqual({ bytes: new Uint8Array([1]), ...jpeg })
    expect(await storage.get('a/b')).toEqual({ bytes: new Uint8Array([2]), contentType: 'audio/amr' })
    await storage.remove('a')
    expect(await storage.head('a')).toBeNull()
    expect(await storage.head('a/b')).toEqual({ size: 1, contentType: 'audio/amr' })
  })

  it('removes, and takes the key again', async () => {
    await storage.put('gone', new Uint8Array([1]), jpeg)
    await storage.remove('gone')
    expect(await storage.get('gone')).toBeNull()
    await storage.put('gone', new Uint8Array([2]), jpeg)
    expect((await storage.get('gone'))?.bytes).toEqual(new Uint8Array([2]))
  })

  const tooLong = 'k'.repeat(201)
  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '..',
    '../a',
    'a/../b',
    'a.b',
    'A',
    'a b',
    'ä',
    'a\0',
    'a\n',
    'a\\b',
    '%2e',
    tooLong,
  ])('refuses the key %j', async (key) => {
    for (const call of [
      storage.put(key, new Uint8Array([1]), jpeg),
      storage.get(key),
      storage.head(key),
      storage.remove(key),
    ])
      await expect(call).rejects.toMatchObject({ code: 'bad-key', constructor: StorageFault })
  })

  it('takes the longest key there may be', async () => {
    const key = `${'k'.repeat(120)}/${'l'.repeat(79)}`
    await storage.put(key, new Uint8Array([7]), jpeg)
    expect(await storage.head(key)).toEqual({ size: 1, ...jpeg })
  })
}

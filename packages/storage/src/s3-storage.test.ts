import { s3Storage } from './s3-storage'
import { type S3StandIn, s3StandIn } from './testing/s3-stand-in'
import { storageContract } from './testing/storage-contract'

const png = { contentType: 'image/png' }
const bytes = new Uint8Array(50_000).fill(7)
let bucket: S3StandIn
beforeEach(async () => {
  bucket = await s3StandIn()
})
afterEach(() => bucket.close())

describe('s3Storage', () => {
  storageContract(async () => s3Storage(bucket.options))

  it('puts the key under the bucket, nothing else', async () => {
    await s3Storage(bucket.options).put('kf/a', bytes, png)
    expect(bucket.requests).toEqual(['PUT /media/kf/a'])
  })

  it('asks the bucket nothing for a bad key', async () => {
    await expect(s3Storage(bucket.options).get('../a')).rejects.toMatchObject({ code: 'bad-key' })
    expect(bucket.requests).toEqual([])
  })

  it('tries again when the bucket is busy or hangs up', async () => {
    const storage = s3Storage(bucket.options)
    bucket.meet('busy', 'hang-up')
    await storage.put('kf/a', bytes, png)
    expect(bucket.requests).toHaveLength(3)
    bucket.meet('busy')
    expect(await storage.get('kf/a')).toEqual({ bytes, ...png })
    bucket.meet('busy')
    expect(await storage.head('kf/a')).toEqual({ size: bytes.length, ...png })
  })

  it('tries again when the bucket says nothing', async () => {
    const storage = s3Storage({ ...bucket.options, answerWithinMs: 250 })
    bucket.meet('silence')
    await storage.put('kf/a', bytes, png)
    expect(bucket.requests).toHaveLength(2)
    expect(await storage.get('kf/a')).toEqual({ bytes, ...png })
  })

  it('is unavailable when it stays so after three attempts', async () => {
    bucket.meet('busy', 'busy', 'busy')
    await expect(s3Storage(bucket.options).put('kf/a', bytes, png)).rejects.toMatchObject({
      code: 'storage-unavailable',
      hint: expect.stringContaining('503') as string,
    })
    expect(bucket.requests).toHaveLength(3)
  })

  it('is unavailable when nobody listens', async () => {
    await bucket.close()
    await expect(s3Storage(bucket.options).get('kf/a')).rejects.toMatchObject({ code: 'storage-unavailable' })
  })

  it('gives no half object', async () => {
    const storage = s3Storage(bucket.options)
    await storage.put('kf/a', bytes, png)
    bucket.meet('half')
    await expect(storage.get('kf/a')).rejects.toMatchObject({ code: 'storage-unavailable' })
    expect((await storage.get('kf/a'))?.bytes).toEqual(bytes)
  })

  it.each([
    ['another secret', { secretAccessKey: 'another' }, 'S3_SECRET_ACCESS_KEY'],
    ['another key id', { accessKeyId: 'AKIDanother' }, 'S3_ACCESS_KEY_ID'],
    ['another bucket', { bucket: 'other' }, 'S3_BUCKET'],
  ])('is refused at once with %s, and says which setting', async (_, wrong, setting) => {
    const storage = s3Storage({ ...bucket.options, ...wrong })
    const fault: Error = await storage.put('kf/a', bytes, png).then(
      () => new Error('took it'),
      (error: Error) => error,
    )
    expect(fault).toMatchObject({ code: 'storage-refused', hint: expect.stringContaining(setting) as string })
    expect(fault.message).not.toMatch(/AKID|secret\/of|kf\/a/)
    expect(bucket.requests).toHaveLength(1)
    await expect(storage.get('kf/a')).rejects.toMatchObject({ code: 'storage-refused' })
  })

  it('is refused in HEAD too, which has no words', async () => {
    const storage = s3Storage({ ...bucket.options, secretAccessKey: 'another' })
    await expect(storage.head('kf/a')).rejects.toMatchObject({ code: 'storage-refused' })
  })
})

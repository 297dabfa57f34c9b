import { checkKey } from './check-key'
import { isMissing, s3Fault } from './s3-fault'
import type { Storage } from './storage'
import { StorageFault } from './storage-fault'

export interface S3Options {
  /** Of a service other than Amazon's, with scheme. */
  endpoint?: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** Whether the bucket stands in the path (MinIO) or in the host name (Amazon, Tencent COS, Alibaba OSS). */
  forcePathStyle: boolean
  /** For one attempt, of which there are three. */
  answerWithinMs?: number
}

const unknownType = 'application/octet-stream'

/**
 * Keeps objects in a bucket, through the official SDK, which is loaded at the first call. The bucket is private; nothing here
 * makes an object public.
 */
export function s3Storage(options: S3Options): Storage {
  const { bucket: Bucket } = options
  let opened: ReturnType<typeof open> | undefined
  const ready = () => (opened ??= open(options))

  return {
    put: (key, bytes, { contentType }) =>
      guarded(key, async () => {
        const { client, sdk } = await ready()
        await client.send(new sdk.PutObjectCommand({ Bucket, Key: key, Body: bytes, ContentType: contentType }))
      }),
    get: (key) =>
      guarded(key, () =>
        orNull(async () => {
          const { client, sdk } = await ready()
          const { Body, ContentType, ContentLength } = await client.send(new sdk.GetObjectCommand({ Bucket, Key: key }))
          const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array()
          if (ContentLength !== undefined && bytes.length !== ContentLength)
            throw new StorageFault('storage-unavailable', 'the bucket sent less than it said')
          return { bytes: new Uint8Array(bytes), contentType: ContentType ?? unknownType }
        }),
      ),
    head: (key) =>
      guarded(key, () =>
        orNull(async () => {
          const { client, sdk } = await ready()
          const { ContentType, ContentLength } = await client.send(new sdk.HeadObjectCommand({ Bucket, Key: key }))
          return { size: ContentLength ?? 0, contentType: ContentType ?? unknownType }
        }),
      ),
    remove: (key) =>
      guarded(key, async () => {
        await orNull(async () => {
          const { client, sdk } = await ready()
          await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }))
        })
      }),
  }
}

async function open({ bucket: _, accessKeyId, secretAccessKey, answerWithinMs = 30_000, ...place }: S3Options) {
  const sdk = await import('./s3-client')
  const client = new sdk.S3Client({
    ...place,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 3,
    // Services beside Amazon's refuse the newer checksum headers; the signature covers the bytes' SHA-256 anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: Math.min(5_000, answerWithinMs),
      requestTimeout: answerWithinMs,
      throwOnRequestTimeout: true,
      socketTimeout: answerWithinMs,
    },
  })
  return { client, sdk }
}

async function guarded<T>(key: string, work: () => Promise<T>): Promise<T> {
  checkKey(key)
  try {
    return await work()
  } catch (error) {
    throw s3Fault(error)
  }
}

const orNull = <T>(work: () => Promise<T>): Promise<T | null> =>
  work().catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })

import { StorageFault } from './storage-fault'

interface Failure {
  readonly name?: string
  readonly code?: string
  readonly $metadata?: { readonly httpStatusCode?: number }
}

/** Statuses and names after which the same request may succeed; the SDK has retried them already. */
const passing = new Set([408, 409, 425, 429])
const passingNames = new Set(['RequestTimeout', 'SlowDown', 'Throttling', 'ThrottlingException', 'TooManyRequests'])

const hints: Readonly<Record<string, string>> = {
  NoSuchBucket: 'create the bucket, or correct S3_BUCKET and S3_ENDPOINT',
  InvalidAccessKeyId: 'correct S3_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'correct S3_SECRET_ACCESS_KEY and S3_REGION',
  AccessDenied: 'let the key put, get and delete objects of the bucket',
  RequestTimeTooSkewed: 'set the clock of the host',
  PermanentRedirect: 'correct S3_REGION and S3_ENDPOINT',
}

/** Whether the bucket has nothing under the key. A bucket that does not exist is another matter, where the answer has words. */
export const isMissing = (error: unknown): boolean => /^(NotFound|NoSuchKey)$/.test((error as Failure).name ?? '')

/** What a failed call means: without a status nobody answered; the bucket's own words may hold keys, so only their name is told. */
export function s3Fault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error
  const { name = 'Error', code, $metadata } = error as Failure
  const status = $metadata?.httpStatusCode
  const what = code ?? name
  if (what === 'ERR_MODULE_NOT_FOUND' || what === 'MODULE_NOT_FOUND')
    return new StorageFault('storage-refused', `${what}: ship s3-client.js beside index.js`)
  if (status === undefined || status < 300)
    return new StorageFault('storage-unavailable', `${what}: no whole answer came from the bucket`)
  if (status >= 500 || passing.has(status) || passingNames.has(name))
    return new StorageFault('storage-unavailable', `${name} (${status}): the bucket is busy`)
  return new StorageFault('storage-refused', `${name} (${status}): ${hints[name] ?? 'see the S3_ settings'}`)
}

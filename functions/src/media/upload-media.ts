import type { MediaView } from '@suixing/contracts'
import type { MediaRow } from '@suixing/database'
import { sniffContentType } from '@suixing/storage'
import { ApiError } from '../platform/api-error'
import { derivedId, digestOf } from '../platform/identifier'
import type { Product } from '../platform/product'
import { mediaLimits } from './media-limits'
import type { MediaKind } from './media-limits'
import { mediaView } from './media-link'

export interface Upload {
  readonly kind: MediaKind
  readonly name: string
  readonly seconds?: number | undefined
  readonly bytes: Uint8Array
  /** Who uploads: only they may send it. */
  readonly by: string
}

/** Keeps an uploaded file. Its id is derived from who sent which bytes, so the same upload twice is one file. Throws too-large, file-kind-refused. */
export async function uploadMedia(product: Product, { kind, name, seconds, bytes, by }: Upload): Promise<MediaView> {
  const { most, types } = mediaLimits[kind]
  if (bytes.length === 0) throw new ApiError('bad-request', 'the file is empty', { field: 'body' })
  if (bytes.length > most) throw new ApiError('too-large', `at most ${most} bytes`, { field: 'body' })
  const contentType = sniffContentType(bytes) ?? (isText(bytes) ? 'text/plain' : null)
  if (!contentType || !types.test(contentType))
    throw new ApiError('file-kind-refused', `not a ${kind}`, { field: 'body', hint: 'choose another file' })
  const id = derivedId('me', by, kind, digestOf(Buffer.from(bytes).toString('base64')))
  const key = `uploads/${id}`
  await product.storage.put(key, bytes, { contentType })
  await product.repositories.media.keep({
    _id: id,
    kind,
    source: { kind: 'upload', by },
    state: 'stored',
    key,
    at: product.clock.instant(),
    contentType,
    bytes: bytes.length,
    name: name.replace(/[\p{Cc}/\\]/gu, '') || null,
    seconds: seconds ?? null,
  })
  return mediaView(product, (await product.repositories.media.byId(id)) as MediaRow)
}

/** The file, if this person uploaded it as this kind. */
export async function ownUpload(product: Product, id: string, by: string, kind: MediaKind): Promise<MediaRow> {
  const row = await product.repositories.media.byId(id)
  if (row?.source.kind !== 'upload' || row.source.by !== by || row.kind !== kind)
    throw new ApiError('bad-request', 'no such upload', { field: 'body.mediaId', hint: 'upload the file first' })
  return row
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !/[^\P{Cc}\t\r\n]/u.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

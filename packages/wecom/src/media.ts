import * as z from 'zod'
import type { WecomClient } from './client'
import type { DownloadedPart } from './exchange-bytes'
import {
  WecomBudgetSpent,
  WecomError,
  WecomInputRefused,
  WecomMediaTooLarge,
  WecomUnexpectedAnswer,
  WecomUnreachable,
} from './errors'

const megabyte = 1 << 20
/** Documents 90253 (media) and 90256 (pictures for message bodies). */
const kinds = {
  image: { most: 10 * megabyte, names: /\.(jpe?g|png)$/i, hint: 'JPG or PNG up to 10 MB' },
  voice: { most: 2 * megabyte, names: /\.amr$/i, hint: 'AMR up to 2 MB and 60 s' },
  video: { most: 10 * megabyte, names: /\.mp4$/i, hint: 'MP4 up to 10 MB' },
  file: { most: 20 * megabyte, names: /./, hint: 'up to 20 MB' },
} as const
export type MediaKind = keyof typeof kinds

export interface MediaFile {
  kind: MediaKind
  filename: string
  bytes: Uint8Array
}

const uploaded = z.looseObject({ media_id: z.string().min(1), created_at: z.coerce.number() })
const picture = z.looseObject({ url: z.string().min(1) })

function form(filename: string, bytes: Uint8Array): FormData {
  const body = new FormData()
  body.append('media', new Blob([new Uint8Array(bytes)]), filename)
  return body
}

export interface MediaContent {
  bytes: Uint8Array<ArrayBuffer>
  contentType: string
  fileName: string | null
}

/** Parts that are asked for, both multiples of 16: encrypted media come in whole cipher blocks only. */
const largestPart = 20 * megabyte
const smallestPart = 1 << 10
const tooMuchAtOnce = 830002

/** Uploads and downloads. A media id dies after 3 days, so a plan of months uploads again before each send. */
export function media({ call, download }: WecomClient) {
  /**
   * Part after part, of half the size where WeCom finds one too large: its page advises 20 MB and promises nothing. The
   * last part asks up to 15 bytes beyond the end, to stay a multiple of 16.
   */
  async function inParts(mediaId: string, maxBytes: number, signal?: AbortSignal): Promise<MediaContent> {
    const api = 'media/get'
    const parts: DownloadedPart[] = []
    let partSize = largestPart
    for (let at = 0, size = Infinity; at < size;) {
      const length = Math.min(partSize, Math.ceil((size - at) / 16) * 16)
      const range = { first: at, last: at + length - 1 }
      try {
        const part = await download({ api, query: { media_id: mediaId }, range, most: maxBytes, signal })
        // Whoever does not know ranges gives the whole file.
        if (!part.place) return content([part])
        const isNext = part.place.first === at && part.bytes.length > 0 && (at === 0 || part.place.size === size)
        if (!isNext) throw new WecomUnexpectedAnswer(api, ['content-range'])
        size = part.place.size
        at += part.bytes.length
        parts.push(part)
      } catch (error) {
        if (!isTooMuchAtOnce(error) || partSize <= smallestPart) throw error
        partSize /= 2
      }
    }
    return content(parts)
  }

  return {
    /**
     * The file behind a media id (document 90254); beyond 20 MB it is fetched in parts.
     * @param options `maxBytes`: what the caller takes, 20 MB unless told (the largest a patient can send to a kf account)
     * @throws WecomMediaTooLarge beyond `maxBytes`; WecomError and the client's others: `mediaFault` tells them apart
     */
    async get(
      mediaId: string,
      { maxBytes = 20 * megabyte, signal }: { maxBytes?: number; signal?: AbortSignal } = {},
    ): Promise<MediaContent> {
      const api = 'media/get'
      if (mediaId === '') throw new WecomInputRefused(api, 'mediaId', 'must not be empty')
      try {
        return content([await download({ api, query: { media_id: mediaId }, most: maxBytes, signal })])
      } catch (error) {
        if (!isTooMuchAtOnce(error)) throw error
      }
      return inParts(mediaId, maxBytes, signal)
    },
    /** @returns the id and the instant of its death, ISO 8601 UTC. @throws WecomInputRefused */
    async upload({ kind, filename, bytes }: MediaFile): Promise<{ mediaId: string; expiresAt: string }> {
      const api = 'media/upload'
      const { most, names, hint } = kinds[kind]
      if (bytes.length <= 5 || bytes.length > most)
        throw new WecomInputRefused(api, 'bytes', `more than 5 bytes, ${hint}`)
      if (!names.test(filename)) throw new WecomInputRefused(api, 'filename', hint)
      const request = {
        api,
        query: { type: kind },
        body: form(filename, bytes),
        answer: uploaded,
        repeat: 'safe' as const,
      }
      const { media_id, created_at } = await call(request)
      return { mediaId: media_id, expiresAt: new Date((created_at + 3 * 24 * 3600) * 1000).toISOString() }
    },
    /** A permanent address that shows inside WeCom only; 1000 a day and 3000 a month for the whole corp. */
    async uploadImage(filename: string, bytes: Uint8Array): Promise<string> {
      const api = 'media/uploadimg'
      const hint = 'JPG or PNG up to 2 MB'
      if (bytes.length <= 5 || bytes.length > 2 * megabyte)
        throw new WecomInputRefused(api, 'bytes', `more than 5 bytes, ${hint}`)
      if (!kinds.image.names.test(filename)) throw new WecomInputRefused(api, 'filename', hint)
      return (await call({ api, body: form(filename, bytes), answer: picture, repeat: 'unsafe' })).url
    },
  }
}

const isTooMuchAtOnce = (error: unknown) => error instanceof WecomError && error.errcode === tooMuchAtOnce

function content(parts: readonly DownloadedPart[]): MediaContent {
  const { contentType, fileName } = parts[0]!
  if (parts.length === 1) return { bytes: parts[0]!.bytes, contentType, fileName }
  return { bytes: new Uint8Array(Buffer.concat(parts.map(({ bytes }) => bytes))), contentType, fileName }
}

/**
 * What a failed `media.get` means for the file.
 * - `gone`: the three days are over, or there never was such a media id
 * - `too-large`: more than the caller takes
 * - `may-pass`: WeCom or the network failed, or an administrator must act; try again while the three days last
 * - `bug`: we asked wrongly, or the error is none of a download
 */
export type MediaFault = 'gone' | 'too-large' | 'may-pass' | 'bug'

export function mediaFault(error: unknown): MediaFault {
  if (error instanceof WecomMediaTooLarge) return 'too-large'
  if (error instanceof WecomUnreachable || error instanceof WecomBudgetSpent) return 'may-pass'
  if (error instanceof WecomUnexpectedAnswer) return 'may-pass'
  if (!(error instanceof WecomError)) return 'bug'
  if (error.action === 'reupload') return 'gone'
  return error.action === 'bug' ? 'bug' : 'may-pass'
}

import * as z from 'zod'
import type { WecomClient } from './client'
import { WecomInputRefused } from './errors'

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

/** Uploads. A media id dies after 3 days, so a plan of months uploads again before each send. */
export function media({ call }: WecomClient) {
  return {
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

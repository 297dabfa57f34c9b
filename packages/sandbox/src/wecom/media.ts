import type { Sandbox } from '../sandbox'
import type { VendorApi } from '../vendor/vendor-api'
import { VendorError } from '../vendor/vendor-error'
import { amrSeconds } from '../kf/amr'
import { mimeOf } from './media-kind'

/** `permanent` media has a url instead of a media_id and never expires (W:90256). */
export interface StoredMedia {
  id: string
  type: 'image' | 'voice' | 'video' | 'file'
  name: string
  mime: string
  size: number
  createdAt: number
  permanent: boolean
}

const days3 = 3 * 86_400_000
const megabyte = 1_048_576
const caps: Record<StoredMedia['type'], number> = {
  image: 10 * megabyte,
  voice: 2 * megabyte,
  video: 10 * megabyte,
  file: 20 * megabyte,
}

/** The living media of an id: 40007 unknown; older than three days 40145, or 40007 as the switch says. */
export function livingMedia(sandbox: Sandbox, id: string): StoredMedia {
  const media = sandbox.world.media.find((one) => one.id === id && !one.permanent)
  if (media === undefined) throw new VendorError(40007)
  if (sandbox.clock.now() - media.createdAt > days3) {
    throw new VendorError(sandbox.world.switches.mediaExpired === 'unknown' ? 40007 : 40145)
  }
  return media
}

function isType(text: string | undefined): text is StoredMedia['type'] {
  return text === 'image' || text === 'voice' || text === 'video' || text === 'file'
}

const looksLikeImage = (bytes: Buffer): boolean =>
  bytes.subarray(0, 3).toString('hex') === 'ffd8ff' || bytes.subarray(1, 4).toString('latin1') === 'PNG'

/** Keeps the bytes of a picture with a lasting address, or of media that live three days. */
export function storeMedia(
  sandbox: Sandbox,
  file: { name: string; type: string; bytes: Buffer },
  type: StoredMedia['type'],
  lives: 'threeDays' | 'forever',
): StoredMedia {
  const permanent = lives === 'forever'
  const id = permanent ? sandbox.ids.next('picture', 40) : sandbox.ids.next('media', 64)
  const media = {
    id,
    type,
    name: file.name,
    mime: file.type || mimeOf(file.bytes),
    size: file.bytes.length,
    createdAt: sandbox.clock.now(),
    permanent,
  }
  sandbox.media.put(id, file.bytes)
  sandbox.world.media.push(media)
  sandbox.dirty()
  return media
}

/**
 * Which bytes are asked for; null is all of them. 830002: too much at once, to be asked for in parts. 40146: the Range
 * is none, or, where the switch says so, its length is no multiple of 16 (W:90254).
 */
function rangeOf(sandbox: Sandbox, range: string | null, size: number): { from: number; to: number } | null {
  const atOnce = sandbox.world.faults.mediaTooLarge?.bytes ?? 20 * megabyte
  if (range === null) {
    if (size > atOnce) throw new VendorError(830002)
    return null
  }
  const asked = /^bytes[= ](\d+)-(\d*)$/.exec(range)
  if (asked === null) throw new VendorError(40146)
  const from = Number(asked[1])
  const to = Math.min(asked[2] === '' ? size - 1 : Number(asked[2]), size - 1)
  if (from > to) throw new VendorError(40146)
  const length = to - from + 1
  if (length > atOnce) throw new VendorError(830002)
  const sixteen = sandbox.world.switches.mediaRange === 'sixteenBytes'
  if (sixteen && to !== size - 1 && length % 16 !== 0) throw new VendorError(40146)
  return { from, to }
}

/** media/upload (W:90253), media/get (W:90254), media/uploadimg (W:90256). */
export const mediaApis: VendorApi[] = [
  {
    method: 'POST',
    path: 'media/upload',
    access: 'corp',
    handle({ sandbox, query, file }) {
      const type = query['type']
      if (!isType(type)) throw new VendorError(40058, 'type')
      if (file === null) throw new VendorError(41005, 'media')
      if (file.bytes.length <= 5) throw new VendorError(40006, 'at least 6 bytes')
      if (file.bytes.length > caps[type]) throw new VendorError(type === 'voice' ? 45007 : 45001, 'file too large')
      if (type === 'image' && !looksLikeImage(file.bytes)) throw new VendorError(40005, 'JPG or PNG only')
      if (type === 'voice' && !file.bytes.subarray(0, 5).toString('latin1').startsWith('#!AMR'))
        throw new VendorError(40005, 'AMR only')
      if (type === 'voice' && (amrSeconds(file.bytes) ?? 0) > 60) throw new VendorError(45007, 'at most 60 seconds')
      const media = storeMedia(sandbox, file, type, 'threeDays')
      return { type, media_id: media.id, created_at: String(Math.floor(media.createdAt / 1000)) }
    },
  },
  {
    method: 'POST',
    path: 'media/uploadimg',
    access: 'corp',
    handle({ sandbox, file, origin }) {
      if (file === null) throw new VendorError(41005, 'media')
      if (file.bytes.length <= 5 || file.bytes.length > 2 * megabyte)
        throw new VendorError(40009, 'between 5 B and 2 MB')
      if (!looksLikeImage(file.bytes)) throw new VendorError(40005, 'JPG or PNG only')
      return { url: `${origin}/picture/${storeMedia(sandbox, file, 'image', 'forever').id}` }
    },
  },
  {
    method: 'GET',
    path: 'media/get',
    access: 'corp',
    handle({ sandbox, query, range }) {
      const media = livingMedia(sandbox, query['media_id'] ?? '')
      const bytes = sandbox.media.get(media.id)
      if (bytes === null) throw new VendorError(40007)
      const headers = {
        'content-type': media.mime,
        'content-disposition': `attachment; filename="${encodeURIComponent(media.name)}"`,
        'accept-ranges': 'bytes',
      }
      const part = rangeOf(sandbox, range, bytes.length)
      if (part === null) return new Response(new Uint8Array(bytes), { headers })
      return new Response(new Uint8Array(bytes.subarray(part.from, part.to + 1)), {
        status: 206,
        headers: { ...headers, 'content-range': `bytes ${part.from}-${part.to}/${bytes.length}` },
      })
    },
  },
]

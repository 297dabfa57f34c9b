import type { MediaRow } from '@suixing/database'
import { sniffContentType } from '@suixing/storage'
import { mediaFault } from '@suixing/wecom'
import { conversationChanged } from '../conversation/conversation-changed'
import type { Product } from '../platform/product'
import { mediaLimits } from './media-limits'

const LEASE_MS = 60_000
const BATCH = 20
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 30 * 60_000

/**
 * Fetches what patients sent through kf, while WeCom keeps it (three days), into our storage. Reading changes nothing at WeCom and a key is
 * written whole or not at all, so a crash between is simply tried again.
 */
export async function fetchMedia(product: Product): Promise<void> {
  for (let done = 0; done < BATCH; done++) {
    const row = await product.repositories.media.claim(product.clock.instant(), product.realNow(), LEASE_MS)
    if (!row) return
    await fetchOne(product, row)
    if (row.conversationId) await conversationChanged(product, row.conversationId)
  }
}

async function fetchOne(product: Product, row: MediaRow): Promise<void> {
  const { media } = product.repositories
  if (row.source.kind !== 'kf' || !product.wecom) return media.ended(row._id, 'gone', 'no source')
  const limits = mediaLimits[row.kind]
  try {
    const { bytes, contentType, fileName } = await product.wecom.media.get(row.source.mediaId, {
      maxBytes: limits.most,
    })
    const type = sniffContentType(bytes) ?? (row.kind === 'file' ? 'application/octet-stream' : contentType)
    await product.storage.put(row.key, bytes, { contentType: type })
    await media.stored(row._id, { contentType: type, bytes: bytes.length, name: row.name ?? fileName })
  } catch (error) {
    const fault = mediaFault(error)
    if (fault === 'gone') return media.ended(row._id, 'gone', 'WeCom no longer has it')
    if (fault === 'too-large') return media.ended(row._id, 'refused', 'larger than a conversation carries')
    const now = product.clock.now().getTime()
    // A storage that is away passes too; what never comes is over with WeCom's three days.
    if (now > Date.parse(row.source.until)) return media.ended(row._id, 'gone', 'not fetched within three days')
    product.log.warn({ media: row._id, attempt: row.attempts, err: error }, 'media was not fetched')
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** row.attempts, LONGEST_PAUSE_MS)
    await media.later(row._id, new Date(now + pause).toISOString())
  }
}

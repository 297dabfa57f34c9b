import { createHmac } from 'node:crypto'
import type { MediaView } from '@suixing/contracts'
import type { MediaRow } from '@suixing/database'
import { sameSecret } from '../platform/guard'
import type { Product } from '../platform/product'

/** A link lives between six and twelve hours, and stays the same for six, so that phones keep what they have loaded. */
const STEP_MS = 6 * 3_600_000

const signature = (product: Product, id: string, until: string): string =>
  createHmac('sha256', product.config.SESSION_KEY).update(`media\n${id}\n${until}`).digest('base64url')

/** Address of a stored file that an `<img>` or a player can read without a session. It names nobody, and ends. */
export function mediaLink(product: Product, id: string): string {
  const until = String((Math.floor(product.clock.now().getTime() / STEP_MS) + 2) * STEP_MS)
  return `/api/media/${id}?until=${until}&sign=${signature(product, id, until)}`
}

/** Whether a link was made here, for this file, and still lives. */
export function isLiveLink(product: Product, id: string, until: string, sign: string): boolean {
  return Number(until) > product.clock.now().getTime() && sameSecret(sign, signature(product, id, until))
}

export function mediaView(product: Product, row: MediaRow): MediaView {
  return {
    id: row._id,
    state: row.state,
    url: row.state === 'stored' ? mediaLink(product, row._id) : null,
    contentType: row.contentType,
    bytes: row.bytes,
    name: row.name,
    seconds: row.seconds,
  }
}

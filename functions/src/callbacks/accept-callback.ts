import type { CallbackQuery } from '@suixing/wecom'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'

/** The inbox forgets events after this long, so an older one could not be recognised as a repeat any more. */
export const INBOX_KEEPS_DAYS = 30

/**
 * Verifies one callback, makes it durable and nudges the worker. The acknowledgement needs nothing else done:
 * the same event delivered again is one row (law 1). Throws CallbackRefused; nothing is kept of what is refused.
 */
export async function acceptCallback(product: Product, query: CallbackQuery, body: Buffer): Promise<'kept' | 'known'> {
  if (!product.callbackCipher) throw new ApiError('not-found', 'no corp is configured')
  const opened = product.callbackCipher.open({ query, body })
  const now = product.clock.now().getTime()
  const signedAt = Number(query.timestamp) * 1000
  // Written so that what is no number is refused too.
  if (!(now - signedAt <= INBOX_KEEPS_DAYS * 86_400_000)) {
    throw new ApiError('bad-request', 'older than the inbox keeps', { field: 'timestamp' })
  }
  const kept = await product.repositories.inbox.keep({
    _id: opened.digest,
    source: 'wecom',
    xml: opened.xml,
    receivedAt: product.clock.instant(),
  })
  if (kept) await product.nudge('inbox')
  return kept ? 'kept' : 'known'
}

import type { Product } from '../platform/product'
import { callKf } from './send-kf-text'

const LEASE_MS = 30_000
/** Messages whose outcome stays unknown are tried again with the same msgid until the window they belong to is over. */
const BATCH = 50

/** Settles messages whose sender went away between attempt and outcome. */
export async function settleMessages(product: Product): Promise<void> {
  for (let done = 0; done < BATCH; done++) {
    const row = await product.repositories.messages.claimUnsettled(product.realNow(), LEASE_MS)
    if (!row) return
    await callKf(product, row)
  }
}

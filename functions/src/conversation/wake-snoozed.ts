import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'

const BATCH = 100

/** Conversations that were put aside come back when their time is there. */
export async function wakeSnoozed(product: Product): Promise<void> {
  const woken = await product.repositories.conversations.wakeSnoozed(product.clock.instant(), BATCH)
  for (const { _id } of woken) await conversationChanged(product, _id)
}

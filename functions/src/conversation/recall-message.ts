import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'

/**
 * Somebody took a message back in WeChat: its words and its file go wherever they stand, that something was said stays. The message is
 * changed last, for its words are how the other places are found: a crash before does all of this again.
 */
export async function recallMessage(product: Product, messageId: string, at: string): Promise<void> {
  const { messages, conversations, handOvers, media } = product.repositories
  const row = await messages.byId(messageId)
  if (!row) return
  const words = row.text.slice(0, 200)
  if (words !== '') await handOvers.recalled(row.conversationId, words)
  await conversations.recalled(row.conversationId, messageId, words)
  if (row.content && 'mediaId' in row.content) {
    const file = await media.byId(row.content.mediaId)
    await media.ended(row.content.mediaId, 'gone', 'taken back')
    if (file) await product.storage.remove(file.key)
  }
  await messages.recall(messageId, at)
  await conversationChanged(product, row.conversationId)
}

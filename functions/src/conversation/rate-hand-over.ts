import type { ConversationRow } from '@suixing/database'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { ratingOf } from './rating'

/** The patient says how it was, by the entry of the menu that was tapped. The first tap counts; false when it was no such tap. */
export async function rateHandOver(
  product: Product,
  conversation: ConversationRow,
  menuId: string,
  at: string,
): Promise<boolean> {
  const rating = ratingOf(menuId)
  if (!rating) return false
  const { handOvers, messages } = product.repositories
  const row = await handOvers.byId(rating.handOverId)
  if (row?.conversationId !== conversation._id) return false
  await handOvers.rate(row._id, rating.score, at)
  await messages.choose(derivedId('cl', row._id), menuId)
  return true
}

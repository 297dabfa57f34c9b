import type { ConversationRow, StaffRow } from '@suixing/database'
import { acknowledgeEscalations } from '../escalation/begin-escalation'
import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { openHandOver, openHandOvers } from './step-in'

/** A person answers this conversation from now on; what escalates is acknowledged. Throws taken-by-other. */
export async function takeConversation(
  product: Product,
  conversation: ConversationRow,
  staff: StaffRow,
): Promise<void> {
  const { conversations, handOvers } = product.repositories
  const at = product.clock.instant()
  const handOverId = await openHandOver(product, conversation, staff._id, at)
  if (!(await conversations.take(conversation._id, staff._id, at, handOverId)))
    throw new ApiError('taken-by-other', 'somebody else answers this conversation', { hint: 'ask them to pass it' })
  for (const id of await openHandOvers(product, conversation._id, handOverId))
    await handOvers.acknowledge(id, staff._id, at)
  await acknowledgeEscalations(product, conversation._id, staff._id)
  await conversationChanged(product, conversation._id)
}

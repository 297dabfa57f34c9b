import { ApiError } from '../platform/api-error'
import type { Product } from '../platform/product'
import { takeConversation } from '../conversation/take-conversation'

/** A member tapped 「我来处理」: takes the conversation, as the button in the app does. A second one finds it taken, and the card says by whom. */
export async function cardTapped(
  product: Product,
  { userid, taskId }: { userid: string; taskId: string },
): Promise<void> {
  const { escalations, staff, conversations } = product.repositories
  const row = await escalations.byTask(taskId)
  const person = await staff.byUserid(userid)
  if (!row || !person) return
  if (row.acknowledgedAt !== null || row.endedAt !== null) return
  const conversation = await conversations.byId(row.subject.conversationId)
  if (!conversation) return
  try {
    await takeConversation(product, conversation, person)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'taken-by-other') return
    throw error
  }
}

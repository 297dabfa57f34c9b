import type { NewMessage } from '@suixing/database'
import type { Product } from '../platform/product'
import { programmeOfConversation } from './conversation-id'

/** Keeps a message and puts it into the inbox's line of its conversation; false when it is known. Notes stay out of that line. */
export async function keepMessage(product: Product, message: Omit<NewMessage, 'programmeId'>): Promise<boolean> {
  const { messages, conversations } = product.repositories
  const isNew = await messages.keep({ ...message, programmeId: programmeOfConversation(message.conversationId) })
  // Known: as it stands now, for it may have been recalled since.
  const row = isNew ? message : await messages.byId(message._id)
  if (!row || row.channel === 'note' || ('recalledAt' in row && row.recalledAt !== null)) return isNew
  const { _id: messageId, at, author, text } = row
  await conversations.said(message.conversationId, { at, messageId, author, text: text.slice(0, 200) })
  return isNew
}

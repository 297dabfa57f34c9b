import type { ConversationRow } from '@suixing/database'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'

/** More than are ever open at once. */
const LATEST = 20

/**
 * The hand-over that is open; where nobody was asked, a person steps in, which is a hand-over too. Answers its id. Two who step in at once
 * begin one and the same, for its id is derived from the hand-over before.
 */
export async function openHandOver(
  product: Product,
  { _id, handOverId, patientId, programmeId, last }: ConversationRow,
  staffId: string,
  at: string,
): Promise<string> {
  if (handOverId) return handOverId
  const { handOvers } = product.repositories
  const [before] = await handOvers.ofConversation(_id, 1)
  if (before?.because === 'taken' && before.closedAt === null) return before._id
  const row = await handOvers.begin({
    _id: derivedId('ho', _id, before?._id ?? 'first'),
    conversationId: _id,
    patientId,
    programmeId,
    because: 'taken',
    urgent: false,
    at,
    question: last?.text ?? '',
    assignedTo: staffId,
  })
  return row._id
}

/** The hand-over of this id and those before it that are still open: a red flag begins its own while another one waits. */
export async function openHandOvers(product: Product, conversationId: string, handOverId: string): Promise<string[]> {
  const rows = await product.repositories.handOvers.ofConversation(conversationId, LATEST)
  const current = rows.find(({ _id }) => _id === handOverId)
  if (!current) return [handOverId]
  return rows.filter(({ at, closedAt }) => closedAt === null && at <= current.at).map(({ _id }) => _id)
}

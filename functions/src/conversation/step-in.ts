import type { ConversationRow } from '@suixing/database'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'

/** The hand-over that is open; where nobody was asked, a person steps in, which is a hand-over too. Answers its id. */
export async function openHandOver(
  product: Product,
  { _id, handOverId, patientId, programmeId, last }: ConversationRow,
  staffId: string,
  at: string,
): Promise<string> {
  if (handOverId) return handOverId
  const row = await product.repositories.handOvers.begin({
    _id: derivedId('ho', _id, staffId, at),
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

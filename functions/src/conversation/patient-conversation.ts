import type { ConversationRow } from '@suixing/database'
import type { Product } from '../platform/product'
import { conversationId } from './conversation-id'
import { enrolmentOf } from './hand-over'

/** The one conversation of a patient in a programme, opened on first need; the responsible physician takes part in it. */
export async function patientConversation(
  product: Product,
  programmeId: string,
  patientId: string,
): Promise<ConversationRow> {
  const { conversations, identities } = product.repositories
  const id = conversationId(programmeId, patientId)
  const known = await conversations.byId(id)
  const responsibleId = (await enrolmentOf(product, patientId, programmeId))?.responsiblePhysicianId
  const joined = !responsibleId || known?.participants.includes(responsibleId)
  if (known && joined && known.names.length > 0) return known
  await conversations.open({ _id: id, patientId, programmeId })
  if (responsibleId) await conversations.addParticipants(id, [responsibleId])
  const patient = await identities.patient(patientId)
  if (patient) await conversations.setName(id, patient.name)
  return (await conversations.byId(id)) as ConversationRow
}

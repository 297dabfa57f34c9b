import type { ConversationRow, StaffRow } from '@suixing/database'
import { consoleRoles } from '../platform/guard'
import { forbidden } from '../platform/api-error'
import type { Product } from '../platform/product'

/** The conversation, if this person may see it: whoever takes part in it, and in the console the team. Anything else is 403 without a hint. */
export async function conversationFor(product: Product, staff: StaffRow, id: string): Promise<ConversationRow> {
  const row = await product.repositories.conversations.byId(id)
  if (!row) throw forbidden()
  if (consoleRoles.includes(staff.role) || row.participants.includes(staff._id)) return row
  const responsible =
    row.patientId !== null &&
    (await product.repositories.enrolments.ofPatient(row.patientId)).some(
      (one) => one.programmeId === row.programmeId && one.responsiblePhysicianId === staff._id,
    )
  if (!responsible) throw forbidden()
  await product.repositories.conversations.addParticipants(id, [staff._id])
  return row
}

import type { SendAnswer } from '@suixing/contracts'
import type { StaffRow } from '@suixing/database'
import { forbidden } from '../platform/api-error'
import type { Product } from '../platform/product'
import { patientConversation } from './patient-conversation'
import { staffMessage } from './staff-message'

export interface Reply {
  readonly patientId: string
  readonly staff: StaffRow
  readonly text: string
  /** Made by the client, so that a retry is the same reply. */
  readonly clientId: string
}

/** The responsible physician writes from the patient's page. Somebody else's patient is 403. */
export async function reply(product: Product, { patientId, staff, text, clientId }: Reply): Promise<SendAnswer> {
  const enrolments = await product.repositories.enrolments.ofPatient(patientId)
  const mine = enrolments.find((row) => row.responsiblePhysicianId === staff._id)
  if (!mine) throw forbidden()
  const conversation = await patientConversation(product, mine.programmeId, patientId)
  return staffMessage(product, conversation, staff, { kind: 'text', text, clientId })
}

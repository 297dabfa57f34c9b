import type { KfWindow } from '@suixing/contracts'
import type { ConversationRow, MessageRow, StaffRow } from '@suixing/database'
import { ApiError, forbidden } from '../platform/api-error'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { sendKfText } from './send-kf-text'

export interface Reply {
  readonly patientId: string
  readonly staff: StaffRow
  readonly text: string
  /** Made by the client, so that a retry is the same reply. */
  readonly clientId: string
}

/** A person replies, signed with name and role. Throws ApiError window-closed or window-spent; then nothing was sent. */
export async function reply(
  product: Product,
  { patientId, staff, text, clientId }: Reply,
): Promise<{ message: MessageRow; window: KfWindow }> {
  const { enrolments, conversations, messages, identities } = product.repositories
  const mine = (await enrolments.ofPatient(patientId)).find((row) => row.responsiblePhysicianId === staff._id)
  if (!mine) throw forbidden()
  const conversation = (await conversations.ofPatient(patientId)).find((row) => row.programmeId === mine.programmeId)
  if (!conversation)
    throw new ApiError('window-closed', 'the patient has not written yet', { hint: 'wait for the patient or phone' })
  const id = derivedId('re', staff._id, clientId)
  const outcome = await sendKfText(product, {
    id,
    conversationId: conversation._id,
    patientId,
    author: { kind: 'staff', staffId: staff._id, name: staff.name, title: staff.title },
    text: `${staff.name} ${staff.title}：\n${text}`,
    purpose: 'ordinary',
    at: product.clock.instant(),
  })
  if (outcome.kind === 'no-window') {
    const code = outcome.why === 'closed' ? 'window-closed' : 'window-spent'
    throw new ApiError(code, 'the kf window does not allow it', { hint: 'wait for the patient or phone' })
  }
  if (outcome.kind !== 'failed')
    await conversations.setState(conversation._id, {
      state: 'person',
      waitingSince: null,
      waitingFor: null,
      waitingUrgent: false,
      personSince: product.clock.instant(),
    })
  await identities.touch(patientId, product.clock.instant())
  await product.repositories.staff.touch(staff._id)
  return {
    message: (await messages.byId(id)) as MessageRow,
    window: kfWindowOf((await conversations.byId(conversation._id)) as ConversationRow, product.clock.instant()),
  }
}

/** What people and the assistant may still send now. */
export function kfWindowOf(conversation: ConversationRow | null, now: string): KfWindow {
  const kf = conversation?.kf
  if (!kf?.closesAt) return { open: false, left: 0, closesAt: null }
  const open = kf.closesAt > now
  return { open, left: open ? Math.max(0, 4 - kf.spent.length) : 0, closesAt: kf.closesAt }
}

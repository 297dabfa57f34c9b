import type { ConversationAction } from '@suixing/contracts'
import type { ConversationRow, StaffRow } from '@suixing/database'
import { careRoles } from '../duty/duty-of'
import { acknowledgeEscalations, beginEscalation } from '../escalation/begin-escalation'
import { ApiError } from '../platform/api-error'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { closeHandOver } from './close-hand-over'
import { conversationChanged } from './conversation-changed'
import { keepMessage } from './keep-message'
import { moveToClient } from './move-to-client'
import { openHandOver } from './step-in'
import { takeConversation } from './take-conversation'

/** What a person of the team does with a conversation. Repeating an action changes nothing more. */
export async function act(
  product: Product,
  conversation: ConversationRow,
  staff: StaffRow,
  action: ConversationAction,
): Promise<void> {
  const { conversations } = product.repositories
  switch (action.action) {
    case 'take':
      return takeConversation(product, conversation, staff)
    case 'give-back':
      await acknowledgeEscalations(product, conversation._id, staff._id)
      return closeHandOver(product, conversation, { by: staff._id, ask: 'yes' })
    case 'pass':
      return pass(product, conversation, staff, action)
    case 'to-client':
      return moveToClient(product, conversation, await colleague(product, action.to))
    case 'read':
      await conversations.readByStaff(conversation._id, staff._id, read(product, conversation, action.upTo))
      break
    case 'label':
      await conversations.setLabels(conversation._id, action.labels)
      break
    case 'snooze':
      if (action.until !== null && action.until <= product.clock.instant())
        throw new ApiError('bad-request', 'a time to come', { field: 'body.until' })
      await conversations.snooze(conversation._id, action.until)
      break
  }
  await conversationChanged(product, conversation._id)
}

/** Nobody has read what is not said yet. */
function read(product: Product, { lastAt }: ConversationRow, upTo: string): string {
  const now = product.clock.instant()
  const latest = lastAt > now ? lastAt : now
  return upTo < latest ? upTo : latest
}

/** Somebody the conversation may be given to. */
async function colleague(product: Product, id: string): Promise<StaffRow> {
  const person = await product.repositories.staff.byId(id)
  if (!person || !careRoles.includes(person.role))
    throw new ApiError('bad-request', 'nobody of the team', { field: 'body.to' })
  return person
}

/** To a colleague, who is told and escalated like everybody else who is waited for; the note stays inside. */
async function pass(
  product: Product,
  conversation: ConversationRow,
  staff: StaffRow,
  { to, note }: Extract<ConversationAction, { action: 'pass' }>,
): Promise<void> {
  const { conversations, handOvers } = product.repositories
  const person = await colleague(product, to)
  const at = product.clock.instant()
  const { _id, patientId, programmeId } = conversation
  const handOverId = await openHandOver(product, conversation, person._id, at)
  const row = await handOvers.byId(handOverId)
  await acknowledgeEscalations(product, _id, staff._id)
  await keepMessage(product, {
    _id: derivedId('pa', _id, staff._id, person._id, at),
    conversationId: _id,
    patientId,
    at,
    author: { kind: 'staff', staffId: staff._id, name: staff.name, title: staff.title },
    text: `转给${person.name} ${person.title}${note ? `：${note}` : ''}`,
    channel: 'note',
    state: 'sent',
  })
  await conversations.assign(_id, person._id)
  await conversations.wait(_id, {
    handOverId,
    at,
    because: row?.because ?? 'taken',
    urgent: false,
    waitingFor: conversation.waitingFor ?? row?.question ?? '',
    assignedTo: person._id,
  })
  await beginEscalation(
    product,
    { conversationId: _id, handOverId, patientId, programmeId },
    { key: `pass:${handOverId}:${person._id}:${at}`, urgent: conversation.waitingUrgent, at },
  )
  await conversationChanged(product, _id)
}

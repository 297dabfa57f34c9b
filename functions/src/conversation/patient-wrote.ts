import type { ConversationRow, StoredContent } from '@suixing/database'
import type { Product } from '../platform/product'
import { answerPatient } from './answer-patient'
import { conversationChanged } from './conversation-changed'
import { keepMessage } from './keep-message'

export interface FromPatient {
  readonly conversation: ConversationRow
  readonly messageId: string
  readonly at: string
  readonly text: string
  readonly content: StoredContent | null
  readonly via: 'kf' | 'miniChat'
  readonly clientId?: string
  /** Who writes for the patient, where that is a family member. */
  readonly family?: { readonly name: string; readonly relation: string }
}

/**
 * Takes in what a patient wrote, from whatever chat: kept, shown to the team, answered. Everything in here may happen twice, as after a
 * crash: it is one message with one answer.
 */
export async function patientWrote(product: Product, message: FromPatient): Promise<void> {
  const { conversations, identities } = product.repositories
  const { conversation, messageId, at, text, content, via, clientId, family } = message
  const patient = conversation.patientId ? await identities.patient(conversation.patientId) : null
  if (patient && conversation.names.length === 0) await conversations.setName(conversation._id, patient.name)
  await keepMessage(product, {
    _id: messageId,
    conversationId: conversation._id,
    patientId: conversation.patientId,
    at: await placeAfter(product, conversation._id, messageId, at),
    author: family
      ? { kind: 'family', ...family }
      : { kind: 'patient', name: patient?.name ?? (conversation.patientId ? '患者' : '微信用户') },
    text,
    content,
    channel: via,
    state: 'received',
    ...(clientId ? { clientId } : {}),
  })
  if (via === 'kf') await conversations.patientWrote(conversation._id, at)
  // Put aside until some time, or until there is something new.
  if (conversation.snoozedUntil) await conversations.snooze(conversation._id, null)
  await conversations.patientSaid(conversation._id, at, via, conversation.participants)
  await conversationChanged(product, conversation._id)
  await answerPatient(product, {
    conversationId: conversation._id,
    programmeId: conversation.programmeId,
    patientId: conversation.patientId,
    messageId,
    at,
    text,
    isText: content === null,
    via,
  })
}

/** WeCom tells whole seconds: a message of the second in which we spoke last was written after it. */
async function placeAfter(product: Product, conversationId: string, messageId: string, at: string): Promise<string> {
  const { messages } = product.repositories
  const [last] = await messages.ofConversation(conversationId, 1)
  const spoke = last && last.state !== 'received' && last._id !== messageId ? Date.parse(last.at) : 0
  const second = Date.parse(at)
  return spoke >= second && spoke < second + 1000 ? new Date(spoke + 1).toISOString() : at
}

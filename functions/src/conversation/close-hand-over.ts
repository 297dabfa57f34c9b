import type { ConversationRow } from '@suixing/database'
import { openEscalations } from '../escalation/begin-escalation'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { keepMessage } from './keep-message'
import { ratingItems } from './rating'
import { sendKf } from './send-kf'
import { openHandOvers } from './step-in'

/**
 * Back to the assistant. The patient is told, and asked once how it was: in kf as a menu that counts against the window and is left out
 * when that is full, in the mini-program as a card of its own.
 */
export async function closeHandOver(
  product: Product,
  conversation: ConversationRow,
  { by, ask }: { readonly by: string; readonly ask: 'yes' | 'no' },
): Promise<void> {
  const { conversations, handOvers, escalations } = product.repositories
  const { _id, handOverId, patientId } = conversation
  const at = product.clock.instant()
  if (handOverId) for (const id of await openHandOvers(product, _id, handOverId)) await handOvers.close(id, by, at)
  const open = await openEscalations(product, _id)
  const isFirst = await conversations.giveBack(_id, handOverId)
  // Not ours: a red flag has begun its own hand-over meanwhile, and what escalates for it goes on.
  if (isFirst) for (const row of open) await escalations.end(row._id, at)
  if (isFirst && handOverId && patientId && ask === 'yes') {
    await handOvers.asked(handOverId, at)
    await askHowItWas(product, conversation, handOverId, at)
  }
  if (isFirst) await conversationChanged(product, _id)
}

async function askHowItWas(product: Product, conversation: ConversationRow, handOverId: string, at: string) {
  const { closingText } = product.programmes.get(conversation.programmeId).definition.handOver
  const message = {
    conversationId: conversation._id,
    patientId: conversation.patientId,
    author: { kind: 'assistant' as const },
    text: `「智能助手」\n${closingText}`,
    at,
    handOver: { to: 'assistant' as const, zh: '已交还智能助手', en: 'Given back to the assistant' },
  }
  const id = derivedId('cl', handOverId)
  if (conversation.lastPatientVia === 'kf' && conversation.kf && !conversation.kf.client) {
    const content = { kind: 'menu' as const, head: message.text, items: ratingItems(handOverId), chosen: null }
    const outcome = await sendKf(product, { id, purpose: 'ordinary', ...message, content })
    if (outcome.kind === 'sent' || outcome.kind === 'unsettled') return
  }
  await keepMessage(product, { _id: id, channel: 'miniChat', state: 'sent', ...message })
}

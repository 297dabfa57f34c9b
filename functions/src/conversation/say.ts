import type { MessageRow, ReservationPurpose } from '@suixing/database'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { keepMessage } from './keep-message'
import { sendKf } from './send-kf'
import type { KfOutcome } from './send-kf'

export interface Asked {
  readonly conversationId: string
  readonly patientId: string | null
  readonly messageId: string
  readonly at: string
  /** Where the patient wrote: the answer goes there. */
  readonly via: 'kf' | 'miniChat'
}

/** Id of the assistant's answer to a message: one question has one answer, however often it comes in. */
export const answerId = (messageId: string): string => derivedId('as', messageId)

/** The assistant says something in answer to a message, labelled as what it is, in the channel the patient used. */
export async function say(
  product: Product,
  asked: Asked,
  words: string,
  {
    purpose = 'ordinary',
    ...links
  }: { purpose?: ReservationPurpose } & Partial<Pick<MessageRow, 'faq' | 'handOver' | 'content'>> = {},
): Promise<KfOutcome> {
  const message = {
    conversationId: asked.conversationId,
    patientId: asked.patientId,
    author: { kind: 'assistant' as const },
    text: `「智能助手」\n${words}`,
    // The answer stands after the question even when both carry the same second.
    at: new Date(Math.max(product.clock.now().getTime(), Date.parse(asked.at) + 1)).toISOString(),
    answers: asked.messageId,
    ...links,
  }
  const id = answerId(asked.messageId)
  if (asked.via === 'kf') return sendKf(product, { id, purpose, ...message })
  await keepMessage(product, { _id: id, channel: 'miniChat', state: 'sent', ...message })
  await conversationChanged(product, asked.conversationId)
  return { kind: 'sent' }
}

import type { MessageRow, NewMessage, ReservationPurpose } from '@suixing/database'
import { StorageFault } from '@suixing/storage'
import { WecomError } from '@suixing/wecom'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { failureText } from './failure-text'
import { keepMessage } from './keep-message'
import { kfPayload } from './kf-payload'
import { readSession } from './read-session'

export interface KfMessage extends Pick<NewMessage, 'conversationId' | 'patientId' | 'author' | 'text' | 'at'> {
  /** Our msgid: derived from what the message stands for, so the same message is never sent twice (95033 = accepted before). */
  readonly id: string
  readonly purpose: ReservationPurpose
  readonly content?: MessageRow['content']
  readonly faq?: MessageRow['faq']
  readonly touchpointId?: string
  readonly answers?: string
  readonly handOver?: MessageRow['handOver']
  readonly clientId?: string
}
export type KfOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'no-window'; readonly why: 'closed' | 'spent' }
  | { readonly kind: 'failed'; readonly code: string }
  /** Nobody knows whether it arrived; the message stays durable and is settled with the same msgid. */
  | { readonly kind: 'unsettled' }

const SENDING_LEASE_MS = 20_000

/**
 * Sends a message in the kf chat: reserve the window, make the message durable, call, make the outcome durable.
 * A crash between leaves a message in `sending`, which `settleMessages` sends again under the same msgid (retry class native).
 */
export async function sendKf(product: Product, message: KfMessage): Promise<KfOutcome> {
  const { conversations, messages } = product.repositories
  const { id, purpose, touchpointId, ...rest } = message
  const reserved = await conversations.reserve(message.conversationId, id, product.clock.instant(), purpose)
  if (reserved !== 'reserved') return { kind: 'no-window', why: reserved }
  const isNew = await keepMessage(product, {
    ...rest,
    _id: id,
    channel: 'kf',
    state: 'sending',
    leaseUntil: product.realNow() + SENDING_LEASE_MS,
    touchpointId: touchpointId ?? null,
  })
  if (!isNew) {
    const known = await messages.byId(id)
    if (known?.state === 'sent') return { kind: 'sent' }
    if (known?.state === 'failed') return { kind: 'failed', code: known.failure?.code ?? 'failed' }
  }
  return callKf(product, {
    _id: id,
    conversationId: message.conversationId,
    text: message.text,
    content: message.content ?? null,
  })
}

/** The outside call and its durable outcome. */
export async function callKf(
  product: Product,
  message: Pick<MessageRow, '_id' | 'conversationId' | 'text' | 'content'>,
): Promise<KfOutcome> {
  const { conversations, messages } = product.repositories
  const conversation = await conversations.byId(message.conversationId)
  if (!conversation?.kf || !product.wecom) return fail(product, message, 'no-channel')
  try {
    const sent = await product.wecom.kf.send.message({
      touser: conversation.kf.externalUserid,
      open_kfid: conversation.kf.openKfid,
      msgid: message._id,
      content: await kfPayload(product, message),
    })
    if (sent.outcome === 'accepted' || sent.outcome === 'already-accepted') {
      await messages.settle(message._id, 'sent', null)
      await conversationChanged(product, conversation._id)
      return { kind: 'sent' }
    }
    if (sent.outcome === 'window-closed') await conversations.closeWindow(conversation._id, product.clock.instant())
    else if (sent.outcome !== 'count-used') await conversations.release(conversation._id, message._id)
    if (sent.outcome === 'state-forbids' || sent.outcome === 'session-ended') await readSession(product, conversation)
    return await fail(product, message, sent.outcome)
  } catch (error) {
    if (mayPass(error) || (error instanceof StorageFault && error.code === 'storage-unavailable'))
      return { kind: 'unsettled' }
    await conversations.release(conversation._id, message._id)
    await fail(product, message, error instanceof WecomError ? `errcode-${error.errcode}` : 'not-sendable')
    throw error
  }
}

async function fail(
  product: Product,
  message: Pick<MessageRow, '_id' | 'conversationId'>,
  code: string,
): Promise<KfOutcome> {
  await product.repositories.messages.settle(message._id, 'failed', failureText(code))
  await conversationChanged(product, message.conversationId)
  return { kind: 'failed', code }
}

import type { MessageView } from '@suixing/contracts'
import type { MessageRow, ReservationPurpose } from '@suixing/database'
import { WecomError } from '@suixing/wecom'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'

export interface KfText {
  /** Our msgid: derived from what the message stands for, so the same message is never sent twice (95033 = accepted before). */
  readonly id: string
  readonly conversationId: string
  readonly patientId: string | null
  readonly author: MessageView['author']
  readonly text: string
  readonly purpose: ReservationPurpose
  readonly at: string
  readonly faq?: MessageRow['faq']
  readonly touchpointId?: string
  readonly answers?: string
  readonly handOver?: MessageRow['handOver']
}
export type KfTextOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'no-window'; readonly why: 'closed' | 'spent' }
  | { readonly kind: 'failed'; readonly code: string }
  /** Nobody knows whether it arrived; the message stays durable and is settled with the same msgid. */
  | { readonly kind: 'unsettled' }

const SENDING_LEASE_MS = 20_000

/**
 * Sends a text in the kf chat: reserve the window, make the message durable, call, make the outcome durable.
 * A crash between leaves a message in `sending`, which `settleMessages` sends again under the same msgid (retry class native).
 */
export async function sendKfText(product: Product, message: KfText): Promise<KfTextOutcome> {
  const { conversations, messages } = product.repositories
  const reserved = await conversations.reserve(
    message.conversationId,
    message.id,
    product.clock.instant(),
    message.purpose,
  )
  if (reserved !== 'reserved') return { kind: 'no-window', why: reserved }
  const { id, conversationId, patientId, author, text, at } = message
  const leaseUntil = product.realNow() + SENDING_LEASE_MS
  const links = {
    faq: message.faq ?? null,
    touchpointId: message.touchpointId ?? null,
    answers: message.answers ?? null,
    handOver: message.handOver ?? null,
  }
  const isNew = await messages.keep({
    _id: id,
    conversationId,
    patientId,
    at,
    author,
    text,
    channel: 'kf',
    state: 'sending',
    leaseUntil,
    ...links,
  })
  if (!isNew) {
    const known = await messages.byId(id)
    if (known?.state === 'sent') return { kind: 'sent' }
    if (known?.state === 'failed') return { kind: 'failed', code: known.failure?.code ?? 'failed' }
  }
  return callKf(product, { _id: id, conversationId, text })
}

/** The outside call and its durable outcome. */
export async function callKf(
  product: Product,
  message: Pick<MessageRow, '_id' | 'conversationId' | 'text'>,
): Promise<KfTextOutcome> {
  const { conversations, messages, identities } = product.repositories
  const conversation = await conversations.byId(message.conversationId)
  if (!conversation?.kf || !product.wecom) return fail(product, message, 'no-channel')
  try {
    const content = { msgtype: 'text' as const, text: { content: message.text } }
    const sent = await product.wecom.kf.send.message({
      touser: conversation.kf.externalUserid,
      open_kfid: conversation.kf.openKfid,
      msgid: message._id,
      content,
    })
    if (sent.outcome === 'accepted' || sent.outcome === 'already-accepted') {
      const settled = await messages.settle(message._id, 'sent', null)
      if (settled?.patientId) await identities.touch(settled.patientId, product.clock.instant())
      return { kind: 'sent' }
    }
    if (sent.outcome === 'window-closed') await conversations.closeWindow(conversation._id, product.clock.instant())
    else if (sent.outcome !== 'count-used') await conversations.release(conversation._id, message._id)
    return await fail(product, message, sent.outcome)
  } catch (error) {
    if (mayPass(error)) return { kind: 'unsettled' }
    await conversations.release(conversation._id, message._id)
    await fail(product, message, error instanceof WecomError ? `errcode-${error.errcode}` : 'not-sendable')
    throw error
  }
}

async function fail(product: Product, message: Pick<MessageRow, '_id'>, code: string): Promise<KfTextOutcome> {
  const settled = await product.repositories.messages.settle(message._id, 'failed', failureText(code))
  if (settled?.patientId) await product.repositories.identities.touch(settled.patientId, product.clock.instant())
  return { kind: 'failed', code }
}

/** What a failed message says to staff, with what to do. */
export function failureText(code: string): { code: string; zh: string; en: string } {
  const texts: Record<string, [string, string]> = {
    'window-closed': [
      '48 小时窗口已关，等患者再说话，或打电话',
      'The 48-hour window is closed: wait for the patient or phone',
    ],
    'count-used': [
      '这一轮 5 条已用完，等患者再说话，或打电话',
      'Five messages are used: wait for the patient or phone',
    ],
    'state-forbids': [
      '会话在企业微信客户端里有人接待，请在那里回复',
      'The session is with a person in the WeCom client: answer there',
    ],
    'outcome-unknown': ['不知道有没有送到，请打电话确认', 'Nobody knows whether it arrived: please phone'],
    'no-channel': ['还没有可用的微信客服会话', 'There is no kf chat yet'],
  }
  const [zh, en] = texts[code] ?? ['没有发出去，请打电话联系', 'Not sent: please phone']
  return { code, zh, en }
}

import type { ConversationRow } from '@suixing/database'
import type { KfSendOutcome } from '@suixing/wecom'
import { derivedId } from '../platform/identifier'
import { mayPass } from '../platform/outside-fault'
import type { Product } from '../platform/product'
import { conversationChanged } from './conversation-changed'
import { failureText } from './failure-text'
import { keepMessage } from './keep-message'
import { ratingItems } from './rating'

/** A code that came with an event: it is good for one message while it lives (WeCom 95122). */
export interface EventCode {
  readonly code: string
  readonly msgid: string
  readonly at: string
  readonly livesMs: number
}
export type Prompt =
  /** WeCom's own welcome: the conversation begins after it. */
  | { readonly kind: 'welcome'; readonly words: string }
  /** Part of the conversation; with `rateHandOverId` as a menu that asks how it was. */
  | {
      readonly kind: 'message'
      readonly words: string
      readonly conversation: ConversationRow
      readonly rateHandOverId: string | null
    }

/**
 * Answers an event's own code while it lives. A code that is over is no fault of anybody and must not hold up the messages behind it. What
 * is part of the conversation is kept before the call, so that a crash leaves no message that only the phone knows.
 */
export async function onEvent(product: Product, event: EventCode, prompt: Prompt): Promise<void> {
  const { code, at, livesMs } = event
  if (!product.wecom || product.clock.now().getTime() - Date.parse(at) > livesMs) return
  const rate = prompt.kind === 'message' ? prompt.rateHandOverId : null
  const msgid = rate ? derivedId('cl', rate) : derivedId('we', event.msgid)
  const isNew = prompt.kind === 'message' && (await keepPrompt(product, msgid, prompt))
  const notSent = async (why: string): Promise<void> => {
    // A code that was used already was used by the attempt before a crash.
    if (!isNew || prompt.kind !== 'message') return
    await product.repositories.messages.settle(msgid, 'failed', failureText(why))
    await conversationChanged(product, prompt.conversation._id)
  }
  try {
    const { outcome } = await product.wecom.kf.send.onEvent({ code, msgid, content: contentOf(prompt, rate) })
    if (isRefused(outcome)) return await notSent(outcome)
    if (rate) await product.repositories.handOvers.asked(rate, product.clock.instant())
  } catch (error) {
    if (mayPass(error)) throw error
    product.log.warn({ err: error }, 'event of a chat was not answered')
    await notSent('not-answered')
  }
}

const isRefused = (outcome: KfSendOutcome['outcome']): boolean =>
  outcome !== 'accepted' && outcome !== 'already-accepted'

/** In WeChat the first line says who speaks. */
const wordsOf = ({ words }: Prompt): string => `「智能助手」\n${words}`

function contentOf(prompt: Prompt, rate: string | null) {
  const words = wordsOf(prompt)
  if (!rate) return { msgtype: 'text' as const, text: { content: words } }
  const list = ratingItems(rate).map(({ id, text }) => ({ type: 'click' as const, click: { id, content: text } }))
  return { msgtype: 'msgmenu' as const, msgmenu: { head_content: words, list } }
}

async function keepPrompt(
  product: Product,
  msgid: string,
  prompt: Extract<Prompt, { kind: 'message' }>,
): Promise<boolean> {
  const { conversation, rateHandOverId: rate } = prompt
  const text = wordsOf(prompt)
  return keepMessage(product, {
    _id: msgid,
    conversationId: conversation._id,
    patientId: conversation.patientId,
    at: product.clock.instant(),
    author: { kind: 'assistant' },
    text,
    content: rate ? { kind: 'menu', head: text, items: ratingItems(rate), chosen: null } : null,
    channel: 'kf',
    state: 'sent',
  })
}

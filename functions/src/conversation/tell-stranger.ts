import { redFlags } from '@suixing/assistant'
import type { Product } from '../platform/product'
import { handOver } from './hand-over'
import type { Need } from './hand-over'
import { answerId } from './say'
import { sendKf } from './send-kf'

const WORDS =
  '「智能助手」\n您还没有加入项目，我不知道该请哪位医生看。\n请先扫医生的联系码；已经扫过的，点下面打开「随行」加入。\n急事请打 120。'

/**
 * A kf user nobody could link to a patient gets a way in, and nothing of anybody: the entry opens the mini-program, which knows its own
 * user, and from there the chat is opened with that patient's one-time key. The card itself carries no key, so passing it on gives nothing away.
 */
export async function toldStranger(product: Product, asked: Omit<Need, 'because'>): Promise<void> {
  // A red flag reaches a person, whoever says it.
  if (redFlags(asked.text).length > 0) return handOver(product, { ...asked, because: 'red-flag' })
  const canOpen = product.config.apps !== null
  await sendKf(product, {
    id: answerId(asked.messageId),
    conversationId: asked.conversationId,
    patientId: null,
    author: { kind: 'assistant' },
    text: WORDS,
    purpose: 'ordinary',
    at: new Date(Math.max(product.clock.now().getTime(), Date.parse(asked.at) + 1)).toISOString(),
    answers: asked.messageId,
    content: canOpen ? { kind: 'card', title: '打开「随行」', page: 'pages/today/index', contentId: null } : null,
  })
}

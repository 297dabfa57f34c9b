import { answer } from '@suixing/assistant'
import type { AssistantMove } from '@suixing/assistant'
import type { HandOverReason } from '@suixing/contracts'
import type { ConversationRow } from '@suixing/database'
import { noteAnswer } from '../followup/note-answer'
import type { Product } from '../platform/product'
import { fillText } from '../programme/fill-text'
import { closeHandOver } from './close-hand-over'
import { enrolmentOf, handOver, handOverId } from './hand-over'
import { answerId, say } from './say'
import type { Asked } from './say'
import { toldStranger } from './tell-stranger'

export interface PatientMessage extends Asked {
  readonly programmeId: string
  readonly text: string
  /** Words the assistant may read; pictures and voices go to people. */
  readonly isText: boolean
}

/**
 * What happens after a patient wrote: red flags and doubt go to a person and say so, a known question is answered, an awaited follow-up is noted.
 * While a person answers, the assistant stays silent, but for red flags. The answer's id is derived from the patient's message, and once it
 * stands it is not thought over again: a message that comes in twice is answered once.
 */
export async function answerPatient(product: Product, message: PatientMessage): Promise<void> {
  const { patientId, conversationId } = message
  if (!patientId) return toldStranger(product, message)
  if (await product.repositories.messages.byId(answerId(message.messageId))) return
  const answersTouchpoint = await noteAnswer(product, { patientId, messageId: message.messageId, at: message.at })
  const conversation = await product.repositories.conversations.byId(conversationId)
  if (!conversation) return
  const state = await whoAnswers(product, message, conversation)
  const move = await assistantMove(product, message)
  if (move.kind === 'red-flag') return handOver(product, { ...message, because: 'red-flag' })
  // In the WeCom client a person holds the chat, and the API may not send there.
  if (state === 'person' || (conversation.kf?.client && message.via === 'kf')) return
  if (state === 'waiting' && move.kind !== 'answer') return stillWaiting(product, message, conversation)
  if (move.kind === 'answer') {
    const { id, question, version } = move.entry
    const outcome = await say(product, message, `${move.entry.answer}\n来源：${move.entry.source.title}`, {
      faq: { id, question, version },
    })
    // What cannot be said any more in this window must not be met with silence: a person is asked, and the fifth message says so.
    if (outcome.kind === 'no-window') await handOver(product, { ...message, because: 'doubt' })
    return
  }
  // An answer to a follow-up is news for the team, not a question the assistant failed at; what it cannot read may be one.
  if (
    answersTouchpoint &&
    message.isText &&
    move.because === 'no-confident-answer' &&
    !looksLikeQuestion(message.text)
  ) {
    await say(product, message, '收到，已经记下，您的医护团队会看到。')
    return
  }
  await handOver(product, { ...message, because: reasons[move.because] })
}

const reasons: Readonly<Record<Extract<AssistantMove, { kind: 'hand-over' }>['because'], HandOverReason>> = {
  'asked-for-person': 'asked',
  'no-confident-answer': 'doubt',
  'repeated-question': 'repeated',
}

/** How far back the same question counts as asked again. */
const LATELY = 30

async function assistantMove(
  product: Product,
  { programmeId, conversationId, text, at, isText, messageId }: PatientMessage,
): Promise<AssistantMove> {
  if (!isText) return { kind: 'hand-over', because: 'no-confident-answer' }
  const { matcher } = product.programmes.get(programmeId)
  const lately = (await product.repositories.messages.ofConversation(conversationId, LATELY)).filter(
    (row) => row._id !== messageId && row.at < at,
  )
  const answered = new Map(
    lately.flatMap((row) => (row.answers && row.faq ? [[row.answers, row.faq.id] as const] : [])),
  )
  const earlier = lately.flatMap((row) =>
    answered.has(row._id) ? [{ text: row.text, at: row.at, faqId: answered.get(row._id) ?? null }] : [],
  )
  return answer(text, matcher, { earlier, now: at })
}

/** A person who replied keeps the conversation for half a day; then the assistant answers again, or a patient would meet silence. */
const PERSON_KEEPS_MS = 12 * 3_600_000

async function whoAnswers(
  product: Product,
  { messageId }: PatientMessage,
  conversation: ConversationRow,
): Promise<ConversationRow['state']> {
  // What waits is this very message: it was handed over, and a crash came before the patient was told.
  if (conversation.state === 'waiting' && conversation.handOverId === handOverId(messageId)) return 'assistant'
  if (conversation.state !== 'person') return conversation.state
  const since = conversation.personSince
  if (since !== null && product.clock.now().getTime() - Date.parse(since) < PERSON_KEEPS_MS) return 'person'
  await closeHandOver(product, conversation, { by: 'time', ask: 'no' })
  return 'assistant'
}

/** Told again at most this often: the patient must not meet silence, and the window has few messages. */
const STILL_WAITING_MS = 10 * 60_000

async function stillWaiting(product: Product, message: PatientMessage, conversation: ConversationRow): Promise<void> {
  const { messages, staff } = product.repositories
  const now = product.clock.now().getTime()
  const since = Date.parse(conversation.waitingSince ?? message.at)
  const lately = (await messages.ofConversation(message.conversationId, LATELY)).some(
    (row) => row.author.kind === 'assistant' && now - Date.parse(row.at) < STILL_WAITING_MS,
  )
  if (lately) return
  const { definition } = product.programmes.get(message.programmeId)
  const enrolment = message.patientId ? await enrolmentOf(product, message.patientId, message.programmeId) : null
  const physician = enrolment?.responsiblePhysicianId ? await staff.byId(enrolment.responsiblePhysicianId) : null
  await say(
    product,
    message,
    fillText(definition.handOver.stillWaitingText, {
      physicianName: physician?.name ?? definition.department,
      physicianTitle: physician?.title ?? '',
      waited: waitedWords(now - since),
    }),
  )
}

function waitedWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [...(hours > 0 ? [`${hours} 小时`] : []), ...(rest > 0 ? [`${rest} 分钟`] : [])].join(' ')
}

const looksLikeQuestion = (text: string): boolean => /[？?]|吗|怎么|为什么|要不要|能不能|多少|要紧/.test(text)

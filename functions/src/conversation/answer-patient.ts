import { answer } from '@suixing/assistant'
import type { AssistantMove } from '@suixing/assistant'
import type { KfAccountRow } from '@suixing/database'
import { noteAnswer } from '../followup/note-answer'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { fillText } from '../programme/fill-text'
import { alertPhysician } from './alert-physician'
import { sendKfText } from './send-kf-text'
import type { KfTextOutcome } from './send-kf-text'

export interface PatientMessage {
  readonly account: KfAccountRow
  readonly conversationId: string
  readonly patientId: string | null
  readonly messageId: string
  readonly at: string
  readonly text: string
  readonly isText: boolean
}

const ASSISTANT = { kind: 'assistant' } as const
const STRANGER = '「智能助手」\n请先扫医生的联系码加入项目，我才知道该请哪位医生看。\n急事请打 120。'

/**
 * What happens after a patient wrote: red flags and doubt go to a person and say so, a known question is answered, an awaited follow-up is noted.
 * While a person answers, the assistant stays silent, but for red flags. The answer's id is derived from the patient's message, and once it
 * stands it is not thought over again: a message that comes in twice is answered once.
 */
export async function answerPatient(product: Product, message: PatientMessage): Promise<void> {
  const { patientId } = message
  if (!patientId) {
    await say(product, message, 'stranger', STRANGER)
    return
  }
  if (await product.repositories.messages.byId(answerId(message))) return notifyPhysician(product, patientId)
  const answersTouchpoint = await noteAnswer(product, { patientId, messageId: message.messageId, at: message.at })
  await product.repositories.identities.touch(patientId, product.clock.instant())
  const state = await whoAnswers(product, message)
  const { matcher } = product.programmes.get(message.account.programmeId)
  const move: AssistantMove = message.isText
    ? answer(message.text, matcher)
    : { kind: 'hand-over', because: 'no-confident-answer' }
  if (move.kind === 'red-flag') return handOver(product, message, move)
  if (state === 'person' || (state === 'waiting' && move.kind !== 'answer')) return notifyPhysician(product, patientId)
  if (move.kind === 'answer') {
    const { id, question, version } = move.entry
    const outcome = await say(
      product,
      message,
      'answer',
      `「智能助手」\n${move.entry.answer}\n来源：${move.entry.source.title}`,
      { faq: { id, question, version } },
    )
    // What cannot be said any more in this window must not be met with silence: a person is asked, and the fifth message says so.
    return outcome.kind === 'no-window'
      ? handOver(product, message, { kind: 'hand-over', because: 'no-confident-answer' })
      : notifyPhysician(product, patientId)
  }
  // An answer to a follow-up is news for the team, not a question the assistant failed at.
  if (answersTouchpoint && move.because === 'no-confident-answer' && !looksLikeQuestion(message.text)) {
    await say(product, message, 'thanks', '「智能助手」\n收到，已经记下，您的医护团队会看到。')
    return notifyPhysician(product, patientId)
  }
  return handOver(product, message, move)
}

/** A person who replied keeps the conversation for half a day; then the assistant answers again, or a patient would meet silence. */
const PERSON_KEEPS_MS = 12 * 3_600_000

async function whoAnswers(
  product: Product,
  { conversationId, at, text }: PatientMessage,
): Promise<'assistant' | 'waiting' | 'person'> {
  const conversation = await product.repositories.conversations.byId(conversationId)
  // What waits is this very message: it was handed over, and a crash came before the patient was told.
  if (
    conversation?.state === 'waiting' &&
    conversation.waitingSince === at &&
    conversation.waitingFor === waitingFor(text)
  )
    return 'assistant'
  if (conversation?.state !== 'person') return conversation?.state ?? 'assistant'
  const since = conversation.personSince
  if (since !== null && product.clock.now().getTime() - Date.parse(since) < PERSON_KEEPS_MS) return 'person'
  await product.repositories.conversations.setState(conversationId, {
    state: 'assistant',
    waitingSince: null,
    waitingFor: null,
    personSince: null,
  })
  return 'assistant'
}

const waitingFor = (text: string): string => text.slice(0, 200)
const answerId = ({ messageId }: PatientMessage): string => derivedId('as', messageId)
const looksLikeQuestion = (text: string): boolean => /[？?]|吗|怎么|为什么|要不要|能不能|多少|要紧/.test(text)

async function handOver(
  product: Product,
  message: PatientMessage,
  move: Exclude<AssistantMove, { kind: 'answer' }>,
): Promise<void> {
  const { conversations } = product.repositories
  const { definition } = product.programmes.get(message.account.programmeId)
  const physician = await responsiblePhysician(product, message)
  const values = { physicianName: physician?.name ?? definition.department, physicianTitle: physician?.title ?? '' }
  const text = fillText(move.kind === 'red-flag' ? definition.redFlagAdvice : definition.handOver.patientText, values)
  const why = move.kind === 'red-flag' ? RED_FLAG : BECAUSE[move.because]
  await conversations.setState(message.conversationId, {
    state: 'waiting',
    waitingSince: message.at,
    waitingFor: waitingFor(message.text),
    waitingUrgent: move.kind === 'red-flag',
  })
  await say(product, message, 'hand-over', `「智能助手」\n${text}`, { handOver: { to: 'person', ...why } })
  if (message.patientId) await notifyPhysician(product, message.patientId)
  if (move.kind === 'red-flag' && physician) await alertPhysician(product, physician, message.at)
}
const RED_FLAG = { zh: '说到了危险信号，已请人马上看', en: 'A red flag was named; a person is asked at once' }
const BECAUSE = {
  'no-confident-answer': {
    zh: '没有把握回答，已告知患者等您回复',
    en: 'No confident answer; the patient knows a person will reply',
  },
  'asked-for-person': { zh: '患者要求转人工', en: 'The patient asked for a person' },
} as const

async function responsiblePhysician(product: Product, { patientId, account }: PatientMessage) {
  if (!patientId) return null
  const enrolment = (await product.repositories.enrolments.ofPatient(patientId)).find(
    (row) => row.programmeId === account.programmeId,
  )
  return enrolment?.responsiblePhysicianId ? product.repositories.staff.byId(enrolment.responsiblePhysicianId) : null
}

async function notifyPhysician(product: Product, patientId: string): Promise<void> {
  for (const enrolment of await product.repositories.enrolments.ofPatient(patientId)) {
    if (enrolment.responsiblePhysicianId) await product.repositories.staff.touch(enrolment.responsiblePhysicianId)
  }
}

async function say(
  product: Product,
  message: PatientMessage,
  what: string,
  text: string,
  links: Partial<Parameters<typeof sendKfText>[1]> = {},
): Promise<KfTextOutcome> {
  const now = product.clock.now().getTime()
  // The answer stands after the question even when both carry the same second.
  const at = new Date(Math.max(now, Date.parse(message.at) + 1)).toISOString()
  return sendKfText(product, {
    id: answerId(message),
    conversationId: message.conversationId,
    patientId: message.patientId,
    author: ASSISTANT,
    text,
    purpose: what === 'hand-over' ? 'hand-over' : 'ordinary',
    at,
    answers: message.messageId,
    ...links,
  })
}

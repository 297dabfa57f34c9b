import type { MessageView, PatientToday } from '@suixing/contracts'
import type { MessageRow } from '@suixing/database'
import { stepOf } from '../followup/dispatch-due'
import { zonedClock } from '@suixing/glucose/files'
import { pointOf } from '../glucose/glucose-view'
import type { Product } from '../platform/product'

/** Home of the patient app: the last reading, what comes next, the last word of a person. */
export async function patientToday(product: Product, patientId: string): Promise<PatientToday> {
  const { identities, readings, touchpoints, messages, conversations } = product.repositories
  const patient = await identities.patient(patientId)
  const clock = zonedClock(patient?.timeZone ?? 'Asia/Shanghai')
  const latest = await readings.latest(patientId)
  const next = (await touchpoints.ofPatient(patientId)).find((row) => row.state === 'planned' || row.state === 'due')
  const step = next ? stepOf(product, next)?.step : undefined
  const reply = (await messages.ofPatient(patientId, 50)).find(
    (row) => row.author.kind === 'staff' && row.state === 'sent',
  )
  const waiting = (await conversations.ofPatient(patientId)).some((row) => row.state === 'waiting')
  return {
    latestReading: latest && clock ? pointOf(latest, clock) : null,
    next: next && step ? { touchpointId: next._id, title: step.title, due: next.due } : null,
    reply: reply ? messageView(reply) : null,
    waitingForPerson: waiting,
  }
}

/** A message as screens see it. */
export function messageView(row: MessageRow): MessageView {
  return {
    id: row._id,
    at: row.at,
    author: row.author,
    text: withoutSignature(row),
    channel: row.channel,
    state: row.state,
    ...(row.failure ? { failure: row.failure } : {}),
    ...(row.faq ? { faq: row.faq } : {}),
    ...(row.touchpointId ? { touchpointId: row.touchpointId } : {}),
  }
}

/** In WeChat the first line says who speaks; screens show that beside the text. */
function withoutSignature({ author, text }: MessageRow): string {
  if (author.kind === 'staff') return text.replace(/^[^\n]*：\n/, '')
  return author.kind === 'assistant' ? text.replace(/^「智能助手」\n/, '') : text
}

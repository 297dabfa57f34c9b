import type { MessageView, PatientMessages } from '@suixing/contracts'
import type { ConversationRow, MessageRow } from '@suixing/database'
import { isOpen, nextOpening, openingWords } from '@suixing/followup'
import { conversationChanged } from '../conversation/conversation-changed'
import { conversationId } from '../conversation/conversation-id'
import { messageViews } from '../conversation/message-view'
import { beforeOf, cursorAfter } from '../conversation/page-cursor'
import { patientConversation } from '../conversation/patient-conversation'
import { patientWrote } from '../conversation/patient-wrote'
import { kindWords } from '../conversation/staff-message'
import { teamOf } from '../duty/duty-of'
import { ownUpload } from '../media/upload-media'
import { ApiError, forbidden } from '../platform/api-error'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import type { Call } from '../platform/serve'

const PAGE = 100
/** A closed hand-over asks for this long. */
const ASKS_MS = 3 * 86_400_000

/** The conversation of a patient's programme as the patient sees it. */
export async function patientChat(
  product: Product,
  patientId: string,
  { after, before, programmeId }: Call<'patientMessages'>['query'],
): Promise<PatientMessages> {
  const { identities, conversations, messages, handOvers } = product.repositories
  const chosen = await programmeOf(product, patientId, programmeId)
  const now = product.clock.instant()
  const activity = (await identities.patient(patientId))?.activity ?? 0
  const row = chosen ? await conversations.byId(conversationId(chosen, patientId)) : null
  // What is urgent does not wait for the morning: somebody is asked at any hour.
  const opensAt = chosen && row?.state === 'waiting' && !row.waitingUrgent ? await opens(product, chosen, now) : null
  const cursor = `${activity}.${chosen ?? ''}.${opensAt ? 1 : 0}`
  const base = {
    cursor,
    now,
    programme: chosen ? { id: chosen, name: product.programmes.get(chosen).definition.name } : null,
    state: row?.state ?? ('assistant' as const),
    waitingSince: row?.waitingSince ?? null,
    opensAt,
    readByTeam: row?.readByTeam ?? null,
    rate: null,
    answeredBy: await answeredBy(product, row),
    replyTemplateId: product.wechat.patient ? (product.config.REPLY_TEMPLATE_ID ?? null) : null,
  }
  if (after === cursor && !before) return { ...base, unchanged: true, messages: [], earlier: null }
  const rows = row ? await messages.ofConversation(row._id, PAGE + 1, beforeOf(before)) : []
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const [latest] = row ? await handOvers.ofConversation(row._id, 1) : []
  const asks =
    latest?.askedAt && !latest.satisfaction && Date.parse(now) - Date.parse(latest.askedAt) < ASKS_MS ? latest : null
  const person = asks?.firstReplyBy ? await product.repositories.staff.byId(asks.firstReplyBy) : null
  return {
    ...base,
    unchanged: false,
    messages: await messageViews(product, [...shown].reverse(), 'patient'),
    earlier: rows.length > PAGE && last ? cursorAfter(last) : null,
    rate: asks ? { handOverId: asks._id, name: person?.name ?? '医护团队' } : null,
  }
}

/** Who has it, by name: what waits or is being answered is no anonymous queue. */
async function answeredBy(product: Product, row: ConversationRow | null): Promise<PatientMessages['answeredBy']> {
  if (!row?.assignedTo || row.state === 'assistant') return null
  const person = await product.repositories.staff.byId(row.assignedTo)
  return person ? { name: person.name, title: person.title } : null
}

async function opens(product: Product, programmeId: string, now: string): Promise<string | null> {
  const { duty } = await teamOf(product, programmeId)
  const at = isOpen(duty, now) ? null : nextOpening(duty, now)
  return at ? openingWords(at, now, duty.timeZone) : null
}

/** The programme a patient means: the one named, if it is theirs; else that of the latest enrolment. Null without any. */
async function programmeOf(product: Product, patientId: string, wanted: string | undefined): Promise<string | null> {
  const rows = await product.repositories.enrolments.ofPatient(patientId)
  if (wanted && !rows.some((row) => row.programmeId === wanted)) throw forbidden()
  const latest = [...rows].sort((a, b) => b.invitedAt.localeCompare(a.invitedAt))[0]
  return wanted ?? latest?.programmeId ?? null
}

/** The patient writes in the mini-program. The same clientId is the same message; the answer is the message as kept. */
export async function patientSays(
  product: Product,
  patientId: string,
  body: Call<'patientSay'>['body'],
): Promise<MessageView> {
  const programmeId = await programmeOf(product, patientId, body.programmeId)
  if (!programmeId) throw new ApiError('not-enrolled', 'no programme yet', { hint: 'scan the contact code first' })
  const conversation = await patientConversation(product, programmeId, patientId)
  const { messages, media } = product.repositories
  const id = derivedId('mi', patientId, body.clientId)
  const known = await messages.byId(id)
  const file = body.kind === 'text' ? null : await ownUpload(product, body.mediaId, patientId, body.kind)
  if (file) await media.setConversation(file._id, conversation._id)
  await patientWrote(product, {
    conversation,
    messageId: id,
    at: known?.at ?? product.clock.instant(),
    text: body.kind === 'text' ? body.text : kindWords[body.kind],
    content: file && body.kind !== 'text' ? { kind: body.kind, mediaId: file._id } : null,
    via: 'miniChat',
    clientId: body.clientId,
  })
  const [view] = await messageViews(product, [(await messages.byId(id)) as MessageRow], 'patient')
  return view as MessageView
}

export async function patientReads(
  product: Product,
  patientId: string,
  { upTo, programmeId }: Call<'patientRead'>['body'],
): Promise<void> {
  const row = await ownConversation(product, patientId, programmeId)
  // A phone whose clock is ahead has not read what is still to be said.
  const now = product.clock.instant()
  if (row && (await product.repositories.conversations.readByPatient(row._id, upTo < now ? upTo : now)))
    await conversationChanged(product, row._id)
}

export async function ratePatient(
  product: Product,
  patientId: string,
  { handOverId, score }: Call<'patientRate'>['body'],
): Promise<void> {
  const { handOvers } = product.repositories
  const row = await handOvers.byId(handOverId)
  if (!row || row.patientId !== patientId) throw forbidden()
  await handOvers.rate(row._id, score, product.clock.instant())
  await conversationChanged(product, row.conversationId)
}

async function ownConversation(
  product: Product,
  patientId: string,
  programmeId: string | undefined,
): Promise<ConversationRow | null> {
  const chosen = await programmeOf(product, patientId, programmeId)
  return chosen ? product.repositories.conversations.byId(conversationId(chosen, patientId)) : null
}

import type { HandOverReason } from '@suixing/contracts'
import type { EnrolmentRow, StaffRow } from '@suixing/database'
import { assign, isOpen, nextOpening, openingWords } from '@suixing/followup'
import type { Duty } from '@suixing/followup'
import { careRoles, teamOf } from '../duty/duty-of'
import { beginEscalation, openEscalations } from '../escalation/begin-escalation'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { fillText } from '../programme/fill-text'
import { conversationChanged } from './conversation-changed'
import { queueInClient } from './queue-in-client'
import { say } from './say'
import type { Asked } from './say'

export interface Need extends Asked {
  readonly programmeId: string
  readonly text: string
  readonly because: HandOverReason
}

/** Id of the hand-over a message begins. */
export const handOverId = (messageId: string): string => derivedId('ho', messageId)
export const waitingWords = (text: string): string => text.slice(0, 200)

/**
 * From the assistant to people: somebody is chosen, escalation begins, and the patient is told who answers and when. Durable step by step;
 * a repeated call finishes what a crash left, and one that comes after a person has answered changes nothing.
 */
export async function handOver(product: Product, need: Need): Promise<void> {
  const { conversations, handOvers } = product.repositories
  const { conversationId, patientId, programmeId, messageId, at, because } = need
  const urgent = because === 'red-flag'
  const now = product.clock.instant()
  const { duty } = await teamOf(product, programmeId)
  const enrolment = patientId ? await enrolmentOf(product, patientId, programmeId) : null
  const responsibleId = enrolment?.responsiblePhysicianId ?? null
  const conversation = await conversations.byId(conversationId)
  const assignedTo = assign({
    duty,
    now,
    responsibleId,
    careTeamIds: (conversation?.participants ?? []).filter((id) => id !== responsibleId),
    roles: careRoles,
  })
  const id = handOverId(messageId)
  // One more red flag while one waits: the same people are asked already, and go on being asked until one acknowledges.
  if (urgent && conversation?.state === 'waiting' && conversation.waitingUrgent && conversation.handOverId !== id) {
    const asked = await openEscalations(product, conversationId)
    if (asked.some(({ urgency }) => urgency === 'urgent'))
      return tellPatient(product, need, { responsibleId, duty, now })
  }
  const row = await handOvers.begin({
    _id: id,
    conversationId,
    patientId,
    programmeId,
    because,
    urgent,
    at,
    question: waitingWords(need.text),
    // Nobody there: the responsible physician finds it in the morning.
    assignedTo: assignedTo ?? responsibleId,
  })
  if (row.acknowledgedAt !== null || row.firstReplyAt !== null || row.closedAt !== null) return
  if (responsibleId) await conversations.addParticipants(conversationId, [responsibleId])
  await conversations.wait(conversationId, {
    handOverId: row._id,
    at,
    because,
    urgent,
    waitingFor: row.question,
    assignedTo: row.assignedTo,
  })
  await beginEscalation(
    product,
    { conversationId, handOverId: row._id, patientId, programmeId },
    { key: `${urgent ? 'red-flag' : 'hand-over'}:${messageId}`, urgent, at },
  )
  await tellPatient(product, need, { responsibleId, duty, now })
}

/** The fifth message of a window is kept for this. */
async function tellPatient(
  product: Product,
  need: Need,
  { responsibleId, duty, now }: { responsibleId: string | null; duty: Duty; now: string },
): Promise<void> {
  const { programmeId, because } = need
  const urgent = because === 'red-flag'
  // Out of hours a red flag goes to whoever is on call, so that is who is named.
  const answersId = (urgent && !isOpen(duty, now) ? duty.onCallStaffId : null) ?? responsibleId
  const physician = answersId ? await product.repositories.staff.byId(answersId) : null
  const text = handOverText(product, { programmeId, because, physician, duty, now })
  await say(product, need, text, { purpose: 'hand-over', handOver: { to: 'person', ...BECAUSE[because] } })
  await queueWhereWanted(product, need)
  await conversationChanged(product, need.conversationId)
}

/** A red flag stays here: whoever takes it answers from the phone in the hand. */
async function queueWhereWanted(product: Product, { programmeId, conversationId, messageId, because, via }: Need) {
  const { place } = product.programmes.get(programmeId).definition.handOver
  if (place !== 'wecom-queue' || via !== 'kf' || because === 'red-flag') return
  const conversation = await product.repositories.conversations.byId(conversationId)
  if (conversation) await queueInClient(product, conversation, messageId)
}

export async function enrolmentOf(
  product: Product,
  patientId: string,
  programmeId: string,
): Promise<EnrolmentRow | null> {
  const rows = await product.repositories.enrolments.ofPatient(patientId)
  return rows.find((row) => row.programmeId === programmeId) ?? null
}

interface Telling {
  readonly programmeId: string
  readonly because: HandOverReason
  readonly physician: StaffRow | null
  readonly duty: Duty
  readonly now: string
}

function handOverText(product: Product, { programmeId, because, physician, duty, now }: Telling): string {
  const { definition } = product.programmes.get(programmeId)
  const values = { physicianName: physician?.name ?? definition.department, physicianTitle: physician?.title ?? '' }
  if (because === 'red-flag') return fillText(definition.redFlagAdvice, values)
  const opens = isOpen(duty, now) ? null : nextOpening(duty, now)
  const { patientText, askedText, outOfHoursText } = definition.handOver
  if (!opens) return fillText(because === 'asked' ? askedText : patientText, values)
  return fillText(outOfHoursText, { ...values, opensAt: openingWords(opens, now, duty.timeZone) })
}

const BECAUSE: Readonly<Record<HandOverReason, { zh: string; en: string }>> = {
  'red-flag': { zh: '说到了危险信号，已请人马上看', en: 'A red flag was named; a person is asked at once' },
  doubt: { zh: '没有把握回答，已告知患者等您回复', en: 'No confident answer; the patient knows a person will reply' },
  asked: { zh: '患者要求转人工', en: 'The patient asked for a person' },
  repeated: { zh: '同一个问题又问了一遍，已请人看', en: 'The same question again; a person is asked' },
  taken: { zh: '医护主动接手', en: 'A person stepped in' },
}

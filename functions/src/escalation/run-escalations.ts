import { randomUUID } from 'node:crypto'
import type { ConversationRow, EscalationRow, Telling } from '@suixing/database'
import { earlier, escalate, escalationReasonText } from '@suixing/followup'
import { conversationChanged } from '../conversation/conversation-changed'
import { teamOf } from '../duty/duty-of'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { renewCards } from './renew-cards'
import { tellStaff } from './tell-staff'

const LEASE_MS = 30_000
const BATCH = 200

/**
 * Climbs the ladders that are due: who is told now comes from `escalate`, each telling is durable before its call. A worker that died
 * between leaves a telling in `trying`; the card's own task id makes WeCom refuse a second one, so it is tried again.
 */
export async function runEscalations(product: Product): Promise<void> {
  const { escalations } = product.repositories
  for (let done = 0; done < BATCH; done++) {
    const row = await escalations.claim(product.clock.instant(), product.realNow(), LEASE_MS, randomUUID())
    if (!row) return
    if (row.acknowledgedAt === null && row.endedAt === null) await climb(product, row)
    // Not reached: the lease is kept, and when it is over the cards are tried again.
    else if (await renewCards(product, row)) await escalations.cardsDone(row)
  }
}

/** WeCom was away: a card that could not be sent is tried again after this long. */
const TRY_AGAIN_MS = 60_000

async function climb(product: Product, row: EscalationRow): Promise<void> {
  const { escalations, enrolments, conversations } = product.repositories
  const { subject } = row
  const conversation = await conversations.byId(subject.conversationId)
  if (conversation?.state !== 'waiting') return over(product, row, conversation)
  const reached: boolean[] = []
  for (const telling of row.told) if (telling.state === 'trying') reached.push(await tellStaff(product, row, telling))
  const now = product.clock.instant()
  const { duty } = await teamOf(product, subject.programmeId)
  const enrolment = subject.patientId
    ? (await enrolments.ofPatient(subject.patientId)).find(({ programmeId }) => programmeId === subject.programmeId)
    : undefined
  const { assignedTo } = conversation
  const move = escalate({
    ladder: product.programmes.get(subject.programmeId).definition.ladders[row.ladder],
    state: { ...row, told: row.told.map(({ rung, at, staffId }) => ({ rung, at, staffIds: [staffId] })) },
    duty: { ...duty, onCallStaffId: reachableOnCall(row, duty.onCallStaffId) },
    // Whoever it was passed to answers for it from then on.
    responsibleId: (isPassed(row) && assignedTo) || (enrolment?.responsiblePhysicianId ?? null),
    assignedId: assignedTo,
    urgency: row.urgency,
    now,
  })
  for (const { rung, role, staffIds, because } of move.tell) {
    // Whoever is asked must be able to open it.
    await conversations.addParticipants(subject.conversationId, staffIds)
    for (const staffId of staffIds) {
      const telling: Telling = {
        taskId: derivedId('es', row._id, String(rung), staffId, now),
        rung,
        role,
        at: now,
        staffId,
        reason: { code: because, ...escalationReasonText(because) },
        state: 'trying',
        responseCode: null,
        why: null,
      }
      if (await escalations.trying(row, telling)) reached.push(await tellStaff(product, row, telling))
    }
  }
  if (reached.length > 0) await conversationChanged(product, subject.conversationId)
  const soon = new Date(Date.parse(now) + TRY_AGAIN_MS).toISOString()
  await escalations.finish(row, reached.includes(false) ? earlier(move.nextAt, soon) : move.nextAt)
}

/** Nobody waits any more, and a crash came before this was told: whoever answers has acknowledged it. */
async function over(product: Product, row: EscalationRow, conversation: ConversationRow | null): Promise<void> {
  const { escalations } = product.repositories
  const at = product.clock.instant()
  if (conversation?.state === 'person' && conversation.assignedTo)
    await escalations.acknowledge(row._id, conversation.assignedTo, at)
  else await escalations.end(row._id, at)
  await escalations.finish(row, null)
}

const isPassed = ({ _id }: EscalationRow): boolean => _id.startsWith('pass:')

/** A person on call whom no card reaches is nobody: then everybody of the ladder is asked. */
const reachableOnCall = ({ told }: EscalationRow, onCall: string | null): string | null =>
  told.some(({ staffId, state }) => staffId === onCall && state === 'not-sent') ? null : onCall

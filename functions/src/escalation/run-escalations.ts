import { randomUUID } from 'node:crypto'
import type { EscalationRow, Telling } from '@suixing/database'
import { escalate, escalationReasonText } from '@suixing/followup'
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
    if (row.acknowledgedAt !== null || row.endedAt !== null) {
      await renewCards(product, row)
      await escalations.cardsDone(row)
    } else await climb(product, row)
  }
}

async function climb(product: Product, row: EscalationRow): Promise<void> {
  const { escalations, enrolments, conversations } = product.repositories
  const { subject } = row
  for (const telling of row.told) if (telling.state === 'trying') await tellStaff(product, row, telling)
  const now = product.clock.instant()
  const { duty } = await teamOf(product, subject.programmeId)
  const enrolment = subject.patientId
    ? (await enrolments.ofPatient(subject.patientId)).find(({ programmeId }) => programmeId === subject.programmeId)
    : undefined
  const conversation = await conversations.byId(subject.conversationId)
  const move = escalate({
    ladder: product.programmes.get(subject.programmeId).definition.ladders[row.ladder],
    state: { ...row, told: row.told.map(({ rung, at, staffId }) => ({ rung, at, staffIds: [staffId] })) },
    duty,
    responsibleId: enrolment?.responsiblePhysicianId ?? null,
    assignedId: conversation?.assignedTo ?? null,
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
      if (await escalations.trying(row, telling)) await tellStaff(product, row, telling)
    }
  }
  if (move.tell.length > 0) await conversationChanged(product, subject.conversationId)
  await escalations.finish(row, move.nextAt)
}

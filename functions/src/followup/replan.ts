import type { EnrolmentRow, PatientRow, TouchpointRow } from '@suixing/database'
import type { PlanDefinition } from '@suixing/contracts'
import { plan, touchpointKey } from '@suixing/followup'
import type { AnchorEvent, PlanAction } from '@suixing/followup'
import { derivedId } from '../platform/identifier'
import type { Product } from '../platform/product'
import { factsOf } from './facts'
import { HORIZON_DAYS } from './look-after'

/** Brings the stored touchpoints of an enrolment in line with its plans. */
export async function replan(product: Product, patient: PatientRow, enrolment: EnrolmentRow): Promise<void> {
  const { touchpoints, identities } = product.repositories
  const { definition } = product.programmes.get(enrolment.programmeId)
  const existing = (await touchpoints.ofPatient(patient._id)).filter((row) => row.enrolmentId === enrolment._id)
  const left = enrolment.status !== 'enrolled' && enrolment.status !== 'paused'
  const actions = plan({
    enrolmentId: enrolment._id,
    plans: left ? [] : definition.plans,
    events: anchorsOf(enrolment),
    existing,
    facts: factsOf(patient, enrolment),
    now: product.clock.instant(),
    timeZone: patient.timeZone,
    horizonDays: HORIZON_DAYS,
  })
  const byKey = new Map(existing.map((row) => [row.key, row]))
  for (const action of actions) await apply(product, patient, enrolment, definition.plans, byKey, action)
  const ended = left ? await endHandedOver(product, existing) : 0
  if (actions.length + ended > 0) await identities.touch(patient._id, product.clock.instant())
}

/** What a person was still to do for somebody who left is not to be done any more. */
async function endHandedOver(product: Product, rows: readonly TouchpointRow[]): Promise<number> {
  const open = rows.filter((row) => row.state === 'handed-over')
  for (const row of open) {
    await product.repositories.touchpoints.transition(row, {
      to: 'cancelled',
      reason: { code: 'consent-withdrawn', params: {} },
      at: product.clock.instant(),
    })
  }
  return open.length
}

/** Events that plans may hang on; enrolling is one, with an id derived from the enrolment. */
export function anchorsOf(enrolment: EnrolmentRow): AnchorEvent[] {
  if (!enrolment.enrolledAt) return []
  // Somebody who comes back begins anew: another event, so other touchpoints than those that ended with the first.
  const times = enrolment.history.filter(({ status }) => status === 'enrolled').length
  return [
    { id: times > 1 ? `enrolled-${times}` : 'enrolled', type: 'enrolled', at: enrolment.enrolledAt, cancelled: false },
  ]
}

async function apply(
  product: Product,
  patient: PatientRow,
  enrolment: EnrolmentRow,
  plans: readonly PlanDefinition[],
  stored: ReadonlyMap<string, TouchpointRow>,
  action: PlanAction,
): Promise<void> {
  const { touchpoints } = product.repositories
  const at = product.clock.instant()
  if (action.kind === 'create') {
    const { touchpoint } = action
    const step = plans.find(({ id }) => id === touchpoint.planId)?.steps.find(({ id }) => id === touchpoint.stepId)
    const key = touchpointKey(touchpoint)
    await touchpoints.create({
      _id: derivedId('tp', key),
      key,
      patientId: patient._id,
      enrolmentId: enrolment._id,
      programmeId: enrolment.programmeId,
      planId: touchpoint.planId,
      planVersion: touchpoint.planVersion,
      stepId: touchpoint.stepId,
      anchorEventId: touchpoint.anchorEventId,
      ordinal: touchpoint.ordinal,
      topic: step?.topic ?? 'followUp',
      plannedDue: touchpoint.due,
      due: touchpoint.due,
      reason: action.reason,
      createdAt: at,
    })
    return
  }
  const row = stored.get(action.key)
  if (!row) return
  if (action.kind === 'move') {
    await touchpoints.transition(row, {
      to: 'planned',
      reason: action.reason,
      at,
      due: action.due,
      plannedDue: action.due,
      planVersion: action.planVersion,
    })
  } else {
    const withdrawn = enrolment.status === 'withdrawn'
    await touchpoints.transition(row, {
      to: 'cancelled',
      reason: withdrawn ? { code: 'consent-withdrawn', params: {} } : action.reason,
      at,
    })
  }
}

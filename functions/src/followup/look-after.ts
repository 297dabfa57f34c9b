import type { EnrolmentRow, PatientRow } from '@suixing/database'
import type { Instant } from '@suixing/contracts'
import { compileCondition, earlier } from '@suixing/followup'
import type { Product } from '../platform/product'
import { dispatchDue } from './dispatch-due'
import { factsOf } from './facts'
import { replan } from './replan'
import { restratify } from './restratify'
import { writeTags } from './write-tags'

/** Rolling horizon of materialised touchpoints. */
export const HORIZON_DAYS = 14
const DAY_MS = 86_400_000

/**
 * Everything that is to be done for one patient now: tags by rules, touchpoints by plans, due touchpoints decided and sent, tags written to WeCom.
 * Idempotent at any point, so a crash anywhere is mended by doing it again. Answers the next instant to look again, null for never.
 */
export async function lookAfter(product: Product, patientId: string): Promise<Instant | null> {
  const { identities, enrolments } = product.repositories
  const patient = await identities.patient(patientId)
  if (!patient) return null
  const rows = await enrolments.ofPatient(patientId)
  let next: Instant | null = null
  for (const enrolment of rows) next = earlier(next, await lookAfterEnrolment(product, patient, enrolment))
  next = earlier(next, await dispatchDue(product, patient, rows))
  next = earlier(next, await writeTags(product, patientId))
  return next
}

async function lookAfterEnrolment(
  product: Product,
  patient: PatientRow,
  enrolment: EnrolmentRow,
): Promise<Instant | null> {
  if (enrolment.status === 'invited') return null
  const changesAt = enrolment.status === 'enrolled' ? await restratify(product, patient, enrolment) : null
  await replan(product, patient, enrolment)
  const now = product.clock.now().getTime()
  const active = enrolment.status === 'enrolled' || enrolment.status === 'paused'
  // A later occurrence may enter the horizon without any event: look again every day while plans run on.
  return active
    ? earlier(changesAt, runsOn(product, patient, enrolment) ? new Date(now + DAY_MS).toISOString() : null)
    : null
}

function runsOn(product: Product, patient: PatientRow, enrolment: EnrolmentRow): boolean {
  const { definition } = product.programmes.get(enrolment.programmeId)
  const facts = factsOf(patient, enrolment)
  const now = product.clock.instant()
  const since = Date.parse(enrolment.enrolledAt ?? now)
  return definition.plans.some((plan) => {
    if (plan.endWhen && compileCondition(plan.endWhen)(facts, now).holds) return false
    const lastDay = Math.max(
      ...plan.steps.map(
        (step) =>
          ('days' in step.offset ? step.offset.days : 0) +
          (step.recurrence ? step.recurrence.everyDays * step.recurrence.times : 0),
      ),
    )
    return since + (lastDay + 2) * DAY_MS > Date.parse(now) + HORIZON_DAYS * DAY_MS
  })
}

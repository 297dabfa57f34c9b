import type { Instant, PlanDefinition, PlanStep } from '@suixing/contracts'
import type { EnrolmentRow, PatientRow, TouchpointRow } from '@suixing/database'
import { compileCondition, decide, earlier } from '@suixing/followup'
import type { Decided, DueTouchpoint, EnrolmentContext } from '@suixing/followup'
import type { Product } from '../platform/product'
import { carryOut, resumeAttempt } from './carry-out'
import { enrolmentContext } from './decision-context'

/**
 * Decides all due touchpoints of one patient together and carries the decisions out. Attempts that were begun before a crash are settled first.
 * Answers the next due instant, or null.
 */
export async function dispatchDue(product: Product, patient: PatientRow, enrolments: readonly EnrolmentRow[]): Promise<Instant | null> {
  const { touchpoints } = product.repositories
  const now = product.clock.instant()
  for (const row of await touchpoints.ofPatient(patient._id)) if (row.state === 'claimed') await resumeAttempt(product, row)

  const open = (await touchpoints.ofPatient(patient._id)).filter((row) => row.state === 'planned' || row.state === 'due')
  const due = open.filter((row) => row.due <= now)
  if (due.length > 0) {
    const contexts = new Map<string, EnrolmentContext>()
    for (const enrolment of enrolments) contexts.set(enrolment._id, await enrolmentContext(product, patient, enrolment))
    const asked = due.flatMap((row) => asDue(product, row, contexts) ?? [])
    const decided = decide(asked, { timeZone: patient.timeZone, optOuts: patient.optOuts, enrolments: contexts }, now)
    for (const decision of decided) await carryOut(product, rowOf(due, decision), decision)
    await product.repositories.identities.touch(patient._id, now)
  }
  const later = (await touchpoints.ofPatient(patient._id)).filter((row) => row.state === 'planned' || row.state === 'due' || row.state === 'claimed')
  return later.reduce<Instant | null>((next, row) => earlier(next, row.due > now ? row.due : soon(product)), null)
}

/** Work that could not be finished is looked at again shortly, never at the same instant, or the clock would stand still. */
const soon = (product: Product): Instant => new Date(product.clock.now().getTime() + 60_000).toISOString()

const rowOf = (rows: readonly TouchpointRow[], { touchpointId }: Decided): TouchpointRow => rows.find((row) => row._id === touchpointId) as TouchpointRow

function asDue(product: Product, row: TouchpointRow, contexts: ReadonlyMap<string, EnrolmentContext>): DueTouchpoint | null {
  const found = stepOf(product, row)
  const context = contexts.get(row.enrolmentId)
  if (!found || !context) return null
  const deadline = new Date(Date.parse(row.plannedDue) + found.step.windowHours * 3_600_000).toISOString()
  const applies = !found.plan.audienceWhen || compileCondition(found.plan.audienceWhen)(context.facts, product.clock.instant()).holds
  return { id: row._id, enrolmentId: row.enrolmentId, step: found.step, due: row.due, deadline, applies }
}

/** Plan and step a touchpoint came from, in the current version of its programme. */
export function stepOf(product: Product, row: Pick<TouchpointRow, 'programmeId' | 'planId' | 'stepId'>): { plan: PlanDefinition; step: PlanStep } | null {
  const plan = product.programmes.find(row.programmeId)?.definition.plans.find(({ id }) => id === row.planId)
  const step = plan?.steps.find(({ id }) => id === row.stepId)
  return plan && step ? { plan, step } : null
}

import type { Instant, PlanDefinition, PlanStep } from '@suixing/contracts'
import type { EnrolmentRow, PatientRow, TouchpointRow } from '@suixing/database'
import { compileCondition, decide, earlier } from '@suixing/followup'
import type { Decided, DueTouchpoint, EnrolmentContext } from '@suixing/followup'
import type { Product } from '../platform/product'
import { carryOut, resumeClaimed } from './carry-out'
import { enrolmentContext } from './decision-context'

/**
 * Decides all due touchpoints of one patient together and carries the decisions out. Attempts that were begun before a crash are settled first.
 * Answers the next due instant, or null.
 */
export async function dispatchDue(
  product: Product,
  patient: PatientRow,
  enrolments: readonly EnrolmentRow[],
): Promise<Instant | null> {
  const { touchpoints } = product.repositories
  const now = product.clock.instant()
  const decideFor = async (rows: readonly TouchpointRow[]): Promise<Decided[]> => {
    const contexts = new Map<string, EnrolmentContext>()
    for (const enrolment of enrolments) contexts.set(enrolment._id, await enrolmentContext(product, patient, enrolment))
    const asked = rows.flatMap((row) => asDue(product, row, contexts) ?? [])
    return decide(asked, { timeZone: patient.timeZone, optOuts: patient.optOuts, enrolments: contexts }, now)
  }
  const waits = new Map<string, Instant | null>()
  const rows = await touchpoints.ofPatient(patient._id)
  // Each by itself: what is claimed takes no part in merging.
  for (const row of rows.filter(({ state }) => state === 'claimed'))
    for (const decided of await decideFor([row])) waits.set(row._id, await resumeClaimed(product, row, decided))

  const due = rows.filter((row) => (row.state === 'planned' || row.state === 'due') && row.due <= now)
  if (due.length > 0) {
    for (const decided of await decideFor(due)) await carryOut(product, rowOf(due, decided), decided)
    await product.repositories.identities.touch(patient._id, now)
  }
  const later = (await touchpoints.ofPatient(patient._id)).filter(
    (row) => row.state === 'planned' || row.state === 'due' || row.state === 'claimed',
  )
  return later.reduce<Instant | null>(
    (next, row) => earlier(next, waits.get(row._id) ?? (row.due > now ? row.due : soon(product, row))),
    null,
  )
}

const MINUTE_MS = 60_000
/** Work that could not be finished is looked at again after a minute, later at longer and longer intervals, and never at the same instant, or the clock would stand still. */
function soon(product: Product, row: TouchpointRow): Instant {
  const now = product.clock.now().getTime()
  const since = row.attempt ? now - Date.parse(row.attempt.at) : 0
  return new Date(now + Math.max(MINUTE_MS, Math.min(since, 15 * MINUTE_MS))).toISOString()
}

const rowOf = (rows: readonly TouchpointRow[], { touchpointId }: Decided): TouchpointRow =>
  rows.find((row) => row._id === touchpointId) as TouchpointRow

/** A stored touchpoint as `decide` asks for it; null when its step or enrolment is gone. */
export function asDue(
  product: Product,
  row: TouchpointRow,
  contexts: ReadonlyMap<string, EnrolmentContext>,
): DueTouchpoint | null {
  const found = stepOf(product, row)
  const context = contexts.get(row.enrolmentId)
  if (!found || !context) return null
  const deadline = new Date(Date.parse(row.plannedDue) + found.step.windowHours * 3_600_000).toISOString()
  const applies =
    !found.plan.audienceWhen || compileCondition(found.plan.audienceWhen)(context.facts, product.clock.instant()).holds
  return { id: row._id, enrolmentId: row.enrolmentId, step: found.step, due: row.due, deadline, applies }
}

/** Plan and step a touchpoint came from, in the current version of its programme. */
export function stepOf(
  product: Product,
  row: Pick<TouchpointRow, 'programmeId' | 'planId' | 'stepId'>,
): { plan: PlanDefinition; step: PlanStep } | null {
  const plan = product.programmes.find(row.programmeId)?.definition.plans.find(({ id }) => id === row.planId)
  const step = plan?.steps.find(({ id }) => id === row.stepId)
  return plan && step ? { plan, step } : null
}

import type { Instant, PlanDefinition, PlanStep, Reason, TouchpointState } from '@suixing/contracts'
import { compileCondition } from './condition'
import type { Facts } from './fact'
import { addDays, instantAt, localMoment } from './local-time'
import { touchpointKey } from './touchpoint-key'
import type { TouchpointIdentity } from './touchpoint-key'

/** A journey event that plans hang on. `cancelled` events take their touchpoints with them. */
export interface AnchorEvent {
  readonly id: string
  readonly type: string
  readonly at: Instant
  readonly cancelled: boolean
}
/** A touchpoint as stored, as far as planning looks at it. `plannedDue` is where the step put it, before any defer. */
export interface ExistingTouchpoint extends TouchpointIdentity {
  readonly state: TouchpointState
  readonly plannedDue: Instant
  readonly planVersion: number
}
export interface PlannedTouchpoint extends TouchpointIdentity {
  readonly key: string
  readonly planVersion: number
  readonly due: Instant
}
/** What planning wants done. Nothing is ever planned twice: the same touchpoint is kept or moved. */
export type PlanAction =
  | { readonly kind: 'create'; readonly touchpoint: PlannedTouchpoint; readonly reason: Reason }
  | {
      readonly kind: 'move'
      readonly key: string
      readonly due: Instant
      readonly planVersion: number
      readonly reason: Reason
    }
  | { readonly kind: 'cancel'; readonly key: string; readonly reason: Reason }
export interface PlanInput {
  readonly enrolmentId: string
  readonly plans: readonly PlanDefinition[]
  readonly events: readonly AnchorEvent[]
  readonly existing: readonly ExistingTouchpoint[]
  readonly facts: Facts
  readonly now: Instant
  readonly timeZone: string
  /** Touchpoints due later than this many days from now are left for a later run. */
  readonly horizonDays: number
}

const DAY = 86_400_000
/** States in which planning may still touch a touchpoint; what has been claimed belongs to the dispatcher. */
const movable: ReadonlySet<TouchpointState> = new Set(['planned', 'due'])

/**
 * Compares what the plans ask for with what is stored: create, move or cancel, each with its reason.
 * Running it again on its own result asks for nothing (idempotent); an occurrence whose window has already passed is never created.
 */
export function plan(input: PlanInput): PlanAction[] {
  const wanted = new Map(input.plans.flatMap((definition) => occurrences(definition, input)).map((t) => [t.key, t]))
  const existing = new Map(input.existing.map((t) => [touchpointKey(t), t]))
  const ended = new Set(
    input.plans.filter((p) => p.endWhen && compileCondition(p.endWhen)(input.facts, input.now).holds).map((p) => p.id),
  )
  const actions: PlanAction[] = []
  for (const [key, touchpoint] of wanted) {
    const stored = existing.get(key)
    if (!stored) {
      if (!ended.has(touchpoint.planId))
        actions.push({ kind: 'create', touchpoint, reason: { code: 'planned-by-step', params: {} } })
    } else if (
      movable.has(stored.state) &&
      !ended.has(stored.planId) &&
      (stored.plannedDue !== touchpoint.due || stored.planVersion !== touchpoint.planVersion)
    ) {
      actions.push({
        kind: 'move',
        key,
        due: touchpoint.due,
        planVersion: touchpoint.planVersion,
        reason: { code: 'moved-with-event', params: { from: stored.plannedDue } },
      })
    }
  }
  const planned = allKeys(input)
  for (const [key, stored] of existing) {
    if (!movable.has(stored.state)) continue
    if (ended.has(stored.planId) || !planned.has(key))
      actions.push({ kind: 'cancel', key, reason: { code: 'plan-ended', params: {} } })
  }
  return actions
}

/** Keys that the plans know of at any time, horizon and windows left aside: what is missing here has lost its plan, step or event. */
function allKeys(input: PlanInput): ReadonlySet<string> {
  return new Set(input.plans.flatMap((definition) => everyOccurrence(definition, input).map((t) => t.key)))
}

function occurrences(definition: PlanDefinition, input: PlanInput): PlannedTouchpoint[] {
  if (definition.audienceWhen && !compileCondition(definition.audienceWhen)(input.facts, input.now).holds) return []
  const now = Date.parse(input.now)
  const horizon = now + input.horizonDays * DAY
  const windows = new Map(definition.steps.map((step) => [step.id, step.windowHours * 3_600_000]))
  return everyOccurrence(definition, input).filter((t) => {
    const due = Date.parse(t.due)
    return due <= horizon && due + (windows.get(t.stepId) ?? 0) > now
  })
}

function everyOccurrence(definition: PlanDefinition, input: PlanInput): PlannedTouchpoint[] {
  return input.events
    .filter((event) => event.type === definition.anchor && !event.cancelled)
    .flatMap((event) =>
      definition.steps.flatMap((step) =>
        Array.from({ length: step.recurrence?.times ?? 1 }, (_, ordinal) => {
          const identity = {
            enrolmentId: input.enrolmentId,
            planId: definition.id,
            stepId: step.id,
            anchorEventId: event.id,
            ordinal,
          }
          return {
            ...identity,
            key: touchpointKey(identity),
            planVersion: definition.version,
            due: dueOf(step, event.at, ordinal, input.timeZone),
          }
        }),
      ),
    )
}

/** Days count on the wall calendar of the patient's zone, so a daylight-saving day is still one day. */
function dueOf(step: PlanStep, anchor: Instant, ordinal: number, timeZone: string): Instant {
  const later = (step.recurrence?.everyDays ?? 0) * ordinal
  if ('minutes' in step.offset)
    return new Date(Date.parse(anchor) + step.offset.minutes * 60_000 + later * DAY).toISOString()
  const { date } = localMoment(anchor, timeZone)
  return instantAt({ date: addDays(date, step.offset.days + later), minuteOfDay: step.offset.at }, timeZone)
}

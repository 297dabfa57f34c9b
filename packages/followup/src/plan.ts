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
const MINUTE = 60_000
/** States in which planning may still touch a touchpoint; what has been claimed belongs to the dispatcher. */
const movable: ReadonlySet<TouchpointState> = new Set(['planned', 'due'])

/**
 * Compares what the plans ask for with what is stored: create, move or cancel, each with its reason.
 * Running it again on its own result asks for nothing (idempotent); an occurrence whose window has already passed is never created.
 * What is stored follows its event wherever it goes, beyond the horizon or into the past, where `decide` finds it too late.
 */
export function plan(input: PlanInput): PlanAction[] {
  const existing = new Map(input.existing.map((t) => [touchpointKey(t), t]))
  const kept = new Set<string>()
  const actions: PlanAction[] = []
  for (const definition of input.plans) {
    if (definition.endWhen && compileCondition(definition.endWhen)(input.facts, input.now).holds) continue
    const creatable = creatableIn(definition, input)
    for (const touchpoint of everyOccurrence(definition, input)) {
      if (kept.has(touchpoint.key)) continue
      kept.add(touchpoint.key)
      const stored = existing.get(touchpoint.key)
      if (stored) actions.push(...moveOf(stored, touchpoint))
      else if (creatable(touchpoint))
        actions.push({ kind: 'create', touchpoint, reason: { code: 'planned-by-step', params: {} } })
    }
  }
  for (const [key, stored] of existing) {
    if (movable.has(stored.state) && !kept.has(key))
      actions.push({ kind: 'cancel', key, reason: { code: 'plan-ended', params: {} } })
  }
  return actions
}

function moveOf(stored: ExistingTouchpoint, { key, due, planVersion }: PlannedTouchpoint): PlanAction[] {
  const sameVersion = stored.planVersion === planVersion
  if (!movable.has(stored.state) || (stored.plannedDue === due && sameVersion)) return []
  const code = sameVersion ? 'moved-with-event' : 'planned-by-step'
  return [{ kind: 'move', key, due, planVersion, reason: { code, params: { from: stored.plannedDue } } }]
}

/** Whether an occurrence that is not stored yet is to be made: the plan is for this patient, and it is due within the horizon and not too late. */
function creatableIn(definition: PlanDefinition, input: PlanInput): (touchpoint: PlannedTouchpoint) => boolean {
  const { audienceWhen, steps } = definition
  if (audienceWhen && !compileCondition(audienceWhen)(input.facts, input.now).holds) return () => false
  const now = Date.parse(input.now)
  const horizon = now + input.horizonDays * DAY
  const windows = new Map(steps.map((step) => [step.id, step.windowHours * 3_600_000]))
  return (touchpoint) => {
    const due = Date.parse(touchpoint.due)
    return due <= horizon && due + (windows.get(touchpoint.stepId) ?? 0) > now
  }
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
  if ('days' in step.offset) {
    const { date } = localMoment(anchor, timeZone)
    return instantAt({ date: addDays(date, step.offset.days + later), minuteOfDay: step.offset.at }, timeZone)
  }
  const first = Date.parse(anchor) + step.offset.minutes * MINUTE
  if (later === 0) return new Date(first).toISOString()
  const { date, minuteOfDay } = localMoment(new Date(first), timeZone)
  const minute = Date.parse(instantAt({ date: addDays(date, later), minuteOfDay }, timeZone))
  return new Date(minute + (first % MINUTE)).toISOString()
}

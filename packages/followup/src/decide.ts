import type { EnrolmentStatus, GateOutcome, Instant, OptOut, PlanStep, Reason, StaffRole } from '@suixing/contracts'
import type { ChannelName } from '@suixing/contracts'
import type { ChannelStates, OutgoingMessage } from './channel'
import type { Facts } from './fact'
import { channelGate } from './channel-gate'
import {
  audienceGate,
  consentGate,
  enrolmentGate,
  latenessGate,
  optOutGate,
  preferredHourGate,
  quietHoursGate,
} from './gate'
import type { Gate } from './gate'
import type { DaySpan } from './local-time'

/** A due touchpoint with the step it came from and the deadline of its window. */
export interface DueTouchpoint {
  readonly id: string
  readonly enrolmentId: string
  readonly step: PlanStep
  readonly due: Instant
  /** Local window of the step ends here; later it is missed. Counted from where the plan put it, not from a defer. */
  readonly deadline: Instant
  /** Whether the plan still applies; evaluated by the caller over the same facts. */
  readonly applies: boolean
}

/** Everything known of one enrolment at the instant of the decision. */
export interface EnrolmentContext {
  readonly status: EnrolmentStatus
  readonly consent: {
    readonly version: string
    readonly scopes: readonly string[]
    readonly withdrawnAt: Instant | null
  } | null
  readonly currentConsentVersion: string
  readonly quietHours: DaySpan
  readonly preferredHour: DaySpan | null
  readonly facts: Facts
  /** Text with variables filled in, by content id. */
  readonly messages: ReadonlyMap<string, OutgoingMessage>
  readonly channels: ChannelStates
}
/** One patient: opt-outs belong to the organisation, so they hold over all programmes. */
export interface DecisionContext {
  readonly timeZone: string
  readonly optOuts: readonly OptOut[]
  readonly enrolments: ReadonlyMap<string, EnrolmentContext>
}

export type Decision =
  | { readonly kind: 'send'; readonly channel: ChannelName; readonly message: OutgoingMessage }
  | { readonly kind: 'merge'; readonly into: string }
  | { readonly kind: 'defer'; readonly until: Instant; readonly reason: Reason }
  | { readonly kind: 'skip'; readonly reason: Reason }
  | { readonly kind: 'toPerson'; readonly role: StaffRole; readonly reason: Reason }
export interface Decided {
  readonly touchpointId: string
  readonly decision: Decision
  /** Every gate that was asked, in order; the last one decided. */
  readonly gates: readonly GateOutcome[]
}

/** In the order in which they are asked. */
const gates: readonly Gate[] = [
  consentGate,
  optOutGate,
  enrolmentGate,
  audienceGate,
  latenessGate,
  quietHoursGate,
  preferredHourGate,
  channelGate,
]

/**
 * The one place that decides what happens to due touchpoints of one patient. Pure: preview, simulation and dispatcher call it alike.
 * Gates are asked in order and the first that does not pass decides. A channel's remaining messages are spent in order of priority
 * and due instant, so two touchpoints never count on the same last one.
 */
export function decide(due: readonly DueTouchpoint[], context: DecisionContext, now: Instant): Decided[] {
  const spent = new Map<string, number>()
  const decided = new Map<string, Decided>()
  for (const touchpoint of [...due].sort(byPriorityThenDue)) {
    const enrolment = context.enrolments.get(touchpoint.enrolmentId)
    if (!enrolment) throw new RangeError(`decide: no context for enrolment ${touchpoint.enrolmentId}`)
    decided.set(touchpoint.id, decideOne({ touchpoint, enrolment, context, now, spent }))
  }
  return due.map((touchpoint) => decided.get(touchpoint.id) as Decided)
}

/** What a gate looks at. `spent` counts messages of a channel which earlier decisions of this call have taken. */
export interface GateInput {
  readonly touchpoint: DueTouchpoint
  readonly enrolment: EnrolmentContext
  readonly context: DecisionContext
  readonly now: Instant
  readonly spent: Map<string, number>
}
export interface GateAnswer {
  readonly outcome: GateOutcome
  /** Set when this gate decides. */
  readonly decision?: Decision
}

function decideOne(input: GateInput): Decided {
  const asked: GateOutcome[] = []
  for (const gate of gates) {
    const { outcome, decision } = gate(input)
    asked.push(outcome)
    if (decision) return { touchpointId: input.touchpoint.id, decision, gates: asked }
  }
  throw new Error('decide: the channel gate must decide')
}

/** Never by locale: every machine must give the last message to the same touchpoint. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const rank = { urgent: 0, high: 1, normal: 2 } as const
const byPriorityThenDue = (a: DueTouchpoint, b: DueTouchpoint): number =>
  rank[a.step.priority] - rank[b.step.priority] || byCodeUnit(a.due, b.due) || byCodeUnit(a.id, b.id)

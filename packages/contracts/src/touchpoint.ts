import * as z from 'zod'
import { channelName, topic } from './programme'
import { id, instant } from './scalar'

/** States of a touchpoint. Open: planned, due, claimed, handed-over, delivered. Ended: answered, skipped, missed, cancelled, failed, uncertain. */
export const touchpointState = z.enum([
  'planned',
  'due',
  'claimed',
  'handed-over',
  'delivered',
  'answered',
  'skipped',
  'missed',
  'cancelled',
  'failed',
  'uncertain',
])
export type TouchpointState = z.infer<typeof touchpointState>

/** Why a touchpoint is where it is. A code with its parameters; sentences in both languages come from `@suixing/followup` `reasonText`. */
export const reasonCode = z.enum([
  'planned-by-step',
  'moved-with-event',
  'reached-due',
  'claimed-by-dispatcher',
  'consent-missing',
  'consent-outdated',
  'consent-withdrawn',
  'enrolment-not-active',
  'opted-out-channel',
  'opted-out-topic',
  'opted-out-all',
  'in-quiet-hours',
  'outside-preferred-hour',
  'no-channel-left',
  'kf-window-closed',
  'kf-window-spent',
  'kf-never-written',
  'kf-in-client',
  'too-late',
  'audience-not-matching',
  'plan-ended',
  'content-missing',
  'sent',
  'accepted-by-channel',
  'delivery-failed',
  'channel-error',
  'patient-answered',
  'outcome-unknown',
  'merged-into',
  'handed-to-person',
])
export type ReasonCode = z.infer<typeof reasonCode>
export const reason = z.object({
  code: reasonCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Reason = z.infer<typeof reason>

/** One transition, kept for ever. */
export const touchpointTransition = z.object({
  at: instant,
  from: touchpointState.nullable(),
  to: touchpointState,
  reason,
  due: instant.optional(),
})
export type TouchpointTransition = z.infer<typeof touchpointTransition>

/** A gate of `decide` with what it looked at, in the order it was asked. */
export const gateOutcome = z.object({
  gate: z.enum(['consent', 'opt-out', 'enrolment', 'audience', 'lateness', 'quiet-hours', 'preferred-hour', 'channel']),
  verdict: z.enum(['pass', 'defer', 'skip', 'to-person', 'not-applicable']),
  /** Inputs as a person reads them, e.g. 「21:04 在 21:00–08:00 内」. */
  says: z.object({ zh: z.string(), en: z.string() }),
})
export type GateOutcome = z.infer<typeof gateOutcome>

export const touchpointView = z.object({
  id,
  planId: id,
  planVersion: z.int(),
  planTitle: z.string(),
  stepId: id,
  stepTitle: z.string(),
  ordinal: z.int(),
  topic,
  due: instant,
  state: touchpointState,
  reason,
  reasonText: z.object({ zh: z.string(), en: z.string() }),
  channel: channelName.optional(),
  history: z.array(touchpointTransition.extend({ text: z.object({ zh: z.string(), en: z.string() }) })),
  /** What `decide` said last, gate by gate; absent before the first decision. */
  gates: z.array(gateOutcome).optional(),
})
export type TouchpointView = z.infer<typeof touchpointView>

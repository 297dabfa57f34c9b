import type { GateOutcome, Reason } from '@suixing/contracts'
import { nextAllowed } from './allowed-time'
import type { Decision, GateAnswer, GateInput } from './decide'
import { clockText, inSpan, localMoment } from './local-time'
import { reasonText } from './reason-text'

/** Looks at one thing; the first gate with a decision ends the asking. */
export type Gate = (input: GateInput) => GateAnswer

/** A gate that lets the touchpoint on. */
export const passes = (gate: GateOutcome['gate'], zh: string, en: string): GateAnswer => ({
  outcome: { gate, verdict: 'pass', says: { zh, en } },
})
const notApplicable = (gate: GateOutcome['gate'], zh: string, en: string): GateAnswer => ({
  outcome: { gate, verdict: 'not-applicable', says: { zh, en } },
})

/** A gate that decides, in the words of its reason. */
export function decides(
  gate: GateOutcome['gate'],
  decision: Exclude<Decision, { kind: 'send' | 'merge' }>,
): GateAnswer {
  const verdict = decision.kind === 'toPerson' ? 'to-person' : decision.kind
  return { outcome: { gate, verdict, says: reasonText(decision.reason) }, decision }
}

/** What must not pass is skipped; when urgent, a person is asked instead, for urgent never just vanishes. */
const stops = (input: GateInput, gate: GateOutcome['gate'], reason: Reason): GateAnswer =>
  decides(
    gate,
    input.touchpoint.step.priority === 'urgent'
      ? { kind: 'toPerson', role: 'healthManager', reason }
      : { kind: 'skip', reason },
  )

export const consentGate: Gate = (input) => {
  const { consent, currentConsentVersion, status } = input.enrolment
  if (consent?.withdrawnAt || status === 'withdrawn')
    return stops(input, 'consent', { code: 'consent-withdrawn', params: {} })
  if (!consent || !consent.scopes.includes('care'))
    return stops(input, 'consent', { code: 'consent-missing', params: {} })
  if (consent.version !== currentConsentVersion) {
    const reason: Reason = {
      code: 'consent-outdated',
      params: { given: consent.version, current: currentConsentVersion },
    }
    return decides('consent', { kind: 'toPerson', role: 'healthManager', reason })
  }
  return passes('consent', `${consent.version} 版，含随访联系`, `Version ${consent.version}, covers follow-up`)
}

export const optOutGate: Gate = (input) => {
  const { step } = input.touchpoint
  for (const { scope } of input.context.optOuts) {
    if ('all' in scope) return stops(input, 'opt-out', { code: 'opted-out-all', params: {} })
    if ('topic' in scope && scope.topic === step.topic)
      return stops(input, 'opt-out', { code: 'opted-out-topic', params: { topic: step.topic } })
  }
  const left = channelsLeft(input)
  if (left.length === 0)
    return stops(input, 'opt-out', { code: 'opted-out-channel', params: { channel: step.channels[0] ?? '' } })
  return passes('opt-out', '未退订', 'Not opted out')
}

/** Channels of the step that the patient has not opted out of, in the order of the step. */
export function channelsLeft({ touchpoint, context }: GateInput): GateInput['touchpoint']['step']['channels'] {
  const out = new Set(context.optOuts.flatMap(({ scope }) => ('channel' in scope ? [scope.channel] : [])))
  return touchpoint.step.channels.filter((channel) => !out.has(channel))
}

export const enrolmentGate: Gate = (input) => {
  const { status } = input.enrolment
  if (status !== 'enrolled') return stops(input, 'enrolment', { code: 'enrolment-not-active', params: { status } })
  return passes('enrolment', '在管', 'Enrolled')
}

export const audienceGate: Gate = (input) => {
  if (!input.touchpoint.applies)
    return decides('audience', { kind: 'skip', reason: { code: 'audience-not-matching', params: {} } })
  return passes('audience', '仍符合计划条件', 'The plan still applies')
}

export const latenessGate: Gate = (input) => {
  const { deadline, step } = input.touchpoint
  if (input.now >= deadline) return stops(input, 'lateness', { code: 'too-late', params: { hours: step.windowHours } })
  return passes('lateness', '在有效期内', 'Within its window')
}

export const quietHoursGate: Gate = (input) => {
  const { quietHours } = input.enrolment
  const { timeZone } = input.context
  const minute = localMoment(input.now, timeZone).minuteOfDay
  const span = { from: clockText(quietHours.from), to: clockText(quietHours.to) }
  if (!inSpan(minute, quietHours))
    return passes(
      'quiet-hours',
      `${clockText(minute)} 不在 ${span.from}–${span.to} 内`,
      `${clockText(minute)} is outside ${span.from}–${span.to}`,
    )
  if (input.touchpoint.step.priority === 'urgent')
    return passes('quiet-hours', '紧急，可在安静时段发', 'Urgent passes quiet hours')
  const until = preferredSlot(input) ?? nextAllowed(input.now, timeZone, quietHours, null)
  if (until === null || until >= input.touchpoint.deadline)
    return stops(input, 'quiet-hours', { code: 'too-late', params: { hours: input.touchpoint.step.windowHours } })
  return decides('quiet-hours', { kind: 'defer', until, reason: { code: 'in-quiet-hours', params: span } })
}

export const preferredHourGate: Gate = (input) => {
  const { preferredHour } = input.enrolment
  if (!preferredHour) return notApplicable('preferred-hour', '患者没有选时段', 'No preferred hour was chosen')
  const span = { from: clockText(preferredHour.from), to: clockText(preferredHour.to) }
  const minute = localMoment(input.now, input.context.timeZone).minuteOfDay
  if (inSpan(minute, preferredHour))
    return passes('preferred-hour', `在 ${span.from}–${span.to} 内`, `Within ${span.from}–${span.to}`)
  if (input.touchpoint.step.priority === 'urgent')
    return passes('preferred-hour', '紧急，不等偏好时段', 'Urgent does not wait for the preferred hour')
  const slot = preferredSlot(input)
  if (slot === null)
    return passes(
      'preferred-hour',
      `有效期内等不到 ${span.from}–${span.to}，现在发`,
      'The preferred hour comes too late, so now',
    )
  return decides('preferred-hour', {
    kind: 'defer',
    until: slot,
    reason: { code: 'outside-preferred-hour', params: span },
  })
}

/** First instant in the preferred hour and outside quiet hours that still comes in time; null when there is none. */
function preferredSlot({ enrolment, context, now, touchpoint }: GateInput): string | null {
  if (!enrolment.preferredHour) return null
  const next = nextAllowed(now, context.timeZone, enrolment.quietHours, enrolment.preferredHour)
  return next !== null && next < touchpoint.deadline ? next : null
}

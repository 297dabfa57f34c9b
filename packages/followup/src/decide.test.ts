import type { GateOutcome } from '@suixing/contracts'
import fc from 'fast-check'
import { decide } from './decide'
import type { DueTouchpoint } from './decide'
import { decisionContext, dueTouchpoint, ordinaryNow } from './testdata/due-touchpoint'
import type { GivenEnrolment, GivenTouchpoint } from './testdata/due-touchpoint'

interface Refusal {
  readonly gate: GateOutcome['gate']
  readonly enrolment?: GivenEnrolment
  readonly touchpoint?: GivenTouchpoint
  readonly optedOut?: true
}
/** What makes each gate decide, in the order the gates are asked. */
const refusals: readonly Refusal[] = [
  { gate: 'consent', enrolment: { consent: null } },
  { gate: 'opt-out', optedOut: true },
  { gate: 'enrolment', enrolment: { status: 'paused' } },
  { gate: 'audience', touchpoint: { applies: false } },
  { gate: 'lateness', touchpoint: { deadline: ordinaryNow } },
  { gate: 'quiet-hours', enrolment: { quietHours: { from: 540, to: 660 } } },
  { gate: 'preferred-hour', enrolment: { preferredHour: { from: 720, to: 780 } } },
  { gate: 'channel', enrolment: { channels: {} } },
]
const pairs = refusals.flatMap((first, at) =>
  refusals.slice(at + 1).map((second): [string, string, Refusal, Refusal] => [first.gate, second.gate, first, second]),
)

describe('order of the gates', () => {
  it.each(pairs)('%s decides before %s', (gate, _later, first, second) => {
    const context = decisionContext(
      { ...first.enrolment, ...second.enrolment },
      first.optedOut || second.optedOut ? { optOuts: [{ scope: { all: true }, at: ordinaryNow }] } : {},
    )
    const [decided] = decide([dueTouchpoint({ ...first.touchpoint, ...second.touchpoint })], context, ordinaryNow)
    expect(decided?.gates.at(-1)?.gate).toBe(gate)
  })
})

describe('decide', () => {
  it('answers nothing for nothing', () => {
    expect(decide([], decisionContext(), ordinaryNow)).toEqual([])
  })
  it('refuses a touchpoint whose enrolment it was told nothing of', () => {
    expect(() => decide([dueTouchpoint({ enrolmentId: 'e9' })], decisionContext(), ordinaryNow)).toThrow(RangeError)
  })
})

describe('decide over any patient', () => {
  const MINUTE = 60_000
  const minuteAt = (instant: string, timeZone: string): number => {
    const clock = new Date(instant).toLocaleTimeString('sv-SE', { timeZone, timeStyle: 'short' })
    const [hour, minute] = clock.split(':').map(Number)
    return (hour as number) * 60 + (minute as number)
  }
  const holds = (minute: number, { from, to }: { from: number; to: number }): boolean =>
    (minute - from + 2880) % 1440 < (from <= to ? to - from : 1440 - from + to)

  const span = fc.record({ from: fc.integer({ min: 0, max: 1440 }), to: fc.integer({ min: 0, max: 1440 }) })
  const zoneAndStart = fc.constantFrom(
    ['Asia/Shanghai', '2026-11-23T00:00:00.000Z'],
    ['America/New_York', '2026-03-08T00:00:00.000Z'],
    ['America/New_York', '2026-11-01T00:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-03T06:00:00.000Z'],
  ) as fc.Arbitrary<[string, string]>
  const left = fc.integer({ min: 0, max: 3 })
  const touchpoint = fc.record({
    priority: fc.constantFrom('urgent' as const, 'high' as const, 'normal' as const),
    topic: fc.constantFrom('reminder' as const, 'education' as const),
    channels: fc.constantFrom<('kf' | 'sms')[]>(['kf'], ['sms'], ['kf', 'sms'], ['sms', 'kf']),
    content: fc.constantFrom('hello', 'hello', 'hello', 'gone'),
    agoMinutes: fc.integer({ min: 0, max: 600 }),
    windowMinutes: fc.integer({ min: 1, max: 4000 }),
    applies: fc.constantFrom(true, true, true, false),
    enrolmentId: fc.constantFrom('e1', 'e2'),
  })
  const scopes = fc.constantFrom({ topic: 'education' as const }, { channel: 'kf' as const }, { all: true as const })
  const world = fc.record({
    place: zoneAndStart,
    shift: fc.integer({ min: 0, max: 48 * 60 }),
    quietHours: span,
    preferredHour: fc.option(span, { nil: null }),
    status: fc.constantFrom('enrolled' as const, 'enrolled' as const, 'enrolled' as const, 'paused' as const),
    consented: fc.constantFrom('1', '1', '1', '0', null),
    kf: left,
    sms: left,
    open: fc.integer({ min: -60, max: 3000 }),
    optOuts: fc.oneof(
      { weight: 3, arbitrary: fc.array(scopes, { maxLength: 0 }) },
      { weight: 1, arbitrary: fc.array(scopes, { maxLength: 2 }) },
    ),
    touchpoints: fc.array(touchpoint, { minLength: 1, maxLength: 6 }),
  })
  type World = typeof world extends fc.Arbitrary<infer W> ? W : never

  function told(of: World) {
    const [timeZone, start] = of.place
    const at = Date.parse(start) + of.shift * MINUTE
    const iso = (minutes: number): string => new Date(at + minutes * MINUTE).toISOString()
    const due = of.touchpoints.map(
      ({ agoMinutes, windowMinutes, applies, enrolmentId, ...step }, index): DueTouchpoint =>
        dueTouchpoint({
          id: `t${index}`,
          enrolmentId,
          applies,
          step,
          due: iso(-agoMinutes),
          deadline: iso(windowMinutes - agoMinutes),
        }),
    )
    const context = decisionContext(
      {
        status: of.status,
        consent: of.consented === null ? null : { version: of.consented, scopes: ['care'], withdrawnAt: null },
        quietHours: of.quietHours,
        preferredHour: of.preferredHour,
        channels: {
          kf: { usable: true, left: of.kf, until: iso(of.open) },
          sms: { usable: true, left: of.sms, until: null },
        },
      },
      { timeZone, optOuts: of.optOuts.map((scope) => ({ scope, at: start })) },
    )
    return { due, context, now: iso(0), timeZone }
  }
  const check = (predicate: (of: World) => void): void => fc.assert(fc.property(world, predicate), { numRuns: 400 })

  it('never sends in quiet hours what is not urgent, nor after its deadline', () => {
    check((of) => {
      const { due, context, now, timeZone } = told(of)
      for (const [index, { decision }] of decide(due, context, now).entries()) {
        const touchpoint = due[index] as DueTouchpoint
        if (decision.kind !== 'send') continue
        expect(now < touchpoint.deadline).toBe(true)
        if (touchpoint.step.priority !== 'urgent') expect(holds(minuteAt(now, timeZone), of.quietHours)).toBe(false)
      }
    })
  })

  it('never sends without current consent, against an opt-out, or by another channel than the step names', () => {
    check((of) => {
      const { due, context, now } = told(of)
      for (const [index, { decision }] of decide(due, context, now).entries()) {
        const { step } = due[index] as DueTouchpoint
        if (decision.kind !== 'send') continue
        expect(of.consented).toBe('1')
        expect(step.channels).toContain(decision.channel)
        for (const scope of of.optOuts) {
          expect('all' in scope).toBe(false)
          if ('topic' in scope) expect(step.topic).not.toBe(scope.topic)
          if ('channel' in scope) expect(decision.channel).not.toBe(scope.channel)
        }
      }
    })
  })

  it('never promises more messages of a channel than are left, and leaves none unused that somebody waits for', () => {
    check((of) => {
      const { due, context, now } = told(of)
      const decided = decide(due, context, now)
      for (const enrolmentId of ['e1', 'e2']) {
        const own = decided.filter((_, index) => due[index]?.enrolmentId === enrolmentId)
        const sent = (channel: string): number =>
          own.filter(({ decision }) => decision.kind === 'send' && decision.channel === channel).length
        expect(sent('kf')).toBeLessThanOrEqual(of.open > 0 ? of.kf : 0)
        expect(sent('sms')).toBeLessThanOrEqual(of.sms)
        const refused = own.some(
          ({ decision }) => 'reason' in decision && decision.reason.params['why'] === 'kf-window-spent',
        )
        if (refused && sent('sms') < of.sms) expect(sent('kf')).toBe(of.kf)
      }
    })
  })

  it('comes to an end when its put-offs are followed, each later than the one before and in time', () => {
    check((of) => {
      const { due, context, now } = told(of)
      for (const touchpoint of due) {
        let at = now
        for (let step = 1; ; step += 1) {
          expect(step).toBeLessThanOrEqual(3)
          const [decided] = decide([touchpoint], context, at)
          if (decided?.decision.kind !== 'defer') break
          expect(decided.decision.until > at).toBe(true)
          expect(decided.decision.until < touchpoint.deadline).toBe(true)
          at = decided.decision.until
        }
      }
    })
  })

  it('gives the same answer again, whatever order the touchpoints come in, and leaves what it was given alone', () => {
    check((of) => {
      const { due, context, now } = told(of)
      const before = JSON.stringify([due, [...context.enrolments]])
      const first = decide(due, context, now)
      expect(decide(due, context, now)).toEqual(first)
      expect(decide([...due].reverse(), context, now).reverse()).toEqual(first)
      expect(JSON.stringify([due, [...context.enrolments]])).toBe(before)
      expect(first.map(({ touchpointId }) => touchpointId)).toEqual(due.map(({ id }) => id))
    })
  })

  it('ends every list of gates with the one that decided', () => {
    check((of) => {
      const { due, context, now } = told(of)
      for (const { gates, decision } of decide(due, context, now)) {
        expect(gates.slice(0, -1).every(({ verdict }) => verdict === 'pass' || verdict === 'not-applicable')).toBe(true)
        const verdicts = { send: 'pass', defer: 'defer', skip: 'skip', toPerson: 'to-person', merge: 'skip' }
        expect(gates.at(-1)?.verdict).toBe(verdicts[decision.kind])
      }
    })
  })
})

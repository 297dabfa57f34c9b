import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planDefinition } from '@suixing/contracts'
import type { PlanDefinition } from '@suixing/contracts'
import fc from 'fast-check'
import { plan } from './plan'
import type { AnchorEvent, ExistingTouchpoint, PlanAction, PlanInput } from './plan'
import { touchpointKey } from './touchpoint-key'

interface GoldenCase extends Omit<PlanInput, 'enrolmentId' | 'facts' | 'timeZone' | 'horizonDays'> {
  readonly name: string
  readonly facts?: PlanInput['facts']
  readonly timeZone?: string
  readonly horizonDays?: number
  /** One line an action: kind, key, version and due where there are any, reason. */
  readonly expected: readonly string[]
}

const folder = join(__dirname, 'testdata', 'plan')

function lineOf(action: PlanAction): string {
  if (action.kind === 'cancel') return `cancel ${action.key} ${action.reason.code}`
  const { due, planVersion, key } = action.kind === 'create' ? action.touchpoint : action
  return `${action.kind} ${key} v${planVersion} ${due} ${action.reason.code}`
}

/** What a store looks like after the actions were carried out. */
function carriedOut(input: PlanInput, actions: readonly PlanAction[]): ExistingTouchpoint[] {
  const stored = new Map(input.existing.map((row) => [touchpointKey(row), row]))
  for (const action of actions) {
    if (action.kind === 'create') {
      const { key, due, ...identity } = action.touchpoint
      stored.set(key, { ...identity, state: 'planned', plannedDue: due })
      continue
    }
    const row = stored.get(action.key)
    if (!row) throw new Error(`${action.kind} of ${action.key}, which is not stored`)
    const { kind } = action
    stored.set(
      action.key,
      kind === 'move'
        ? { ...row, state: 'planned', plannedDue: action.due, planVersion: action.planVersion }
        : { ...row, state: 'cancelled' },
    )
  }
  return [...stored.values()]
}

describe.each(readdirSync(folder))('%s', (file) => {
  const cases = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenCase[]
  it.each(cases.map((golden) => [golden.name, golden] as const))('%s', (_name, { name: _, expected, ...given }) => {
    for (const definition of given.plans) planDefinition.parse(definition)
    const input: PlanInput = { enrolmentId: 'e1', facts: {}, timeZone: 'Asia/Shanghai', horizonDays: 14, ...given }
    const actions = plan(input)
    expect(actions.map(lineOf)).toEqual(expected)
    expect(plan({ ...input, existing: carriedOut(input, actions) })).toEqual([])
  })
})

describe('plan', () => {
  it('says from where it moved', () => {
    const step: PlanDefinition['steps'][number] = {
      id: 's',
      title: 's',
      topic: 'followUp',
      priority: 'normal',
      offset: { minutes: 0 },
      windowHours: 1,
      audience: 'patient',
      channels: ['kf'],
      content: 's',
    }
    const now = '2026-11-23T02:00:00.000Z'
    const identity = { enrolmentId: 'e1', planId: 'p', stepId: 's', anchorEventId: 'x', ordinal: 0 }
    const before = '2026-11-24T02:00:00.000Z'
    const [action] = plan({
      enrolmentId: 'e1',
      plans: [{ id: 'p', version: 1, title: 'p', anchor: 'a', steps: [step] }],
      events: [{ id: 'x', type: 'a', at: now, cancelled: false }],
      existing: [{ ...identity, state: 'planned', plannedDue: before, planVersion: 1 }],
      facts: {},
      now,
      timeZone: 'UTC',
      horizonDays: 1,
    })
    expect(action?.reason).toEqual({ code: 'moved-with-event', params: { from: before } })
  })
})

describe('plan over any plans, events and stored touchpoints', () => {
  const hour = fc.integer({ min: -40 * 24, max: 40 * 24 })
  const start = Date.parse('2026-03-08T02:00:00.000Z')
  const at = hour.map((hours) => new Date(start + hours * 3_600_000).toISOString())
  const steps = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('s1', 's2', 's3'),
      title: fc.constant('t'),
      topic: fc.constantFrom('reminder' as const, 'education' as const),
      priority: fc.constantFrom('urgent' as const, 'normal' as const),
      offset: fc.oneof(
        fc.record({ days: fc.nat({ max: 20 }), at: fc.integer({ min: 0, max: 1440 }) }),
        fc.record({ minutes: fc.nat({ max: 20_000 }) }),
      ),
      windowHours: fc.integer({ min: 1, max: 72 }),
      recurrence: fc.option(
        fc.record({ everyDays: fc.integer({ min: 1, max: 5 }), times: fc.integer({ min: 1, max: 4 }) }),
      ),
      audience: fc.constant('patient' as const),
      channels: fc.constant<['kf']>(['kf']),
      content: fc.constant('c'),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
  )
  const condition = fc.option(
    fc.constantFrom({ fact: 'f', is: 'known' as const }, { fact: 'f', is: 'olderThanDays' as const, value: 3 }),
  )
  const plans = fc.uniqueArray(
    fc
      .record({
        id: fc.constantFrom('p1', 'p2'),
        version: fc.integer({ min: 1, max: 3 }),
        title: fc.constant('t'),
        anchor: fc.constantFrom('a', 'b'),
        audienceWhen: condition,
        endWhen: condition,
        steps,
      })
      .map(({ audienceWhen, endWhen, ...rest }): PlanDefinition => ({
        ...rest,
        ...(audienceWhen ? { audienceWhen } : {}),
        ...(endWhen ? { endWhen } : {}),
        steps: rest.steps.map(({ recurrence, ...step }) => (recurrence ? { ...step, recurrence } : step)),
      })),
    { selector: ({ id }) => id, maxLength: 2 },
  )
  const events: fc.Arbitrary<AnchorEvent[]> = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('x', 'y', 'z'), type: fc.constantFrom('a', 'b'), at, cancelled: fc.boolean() }),
    { selector: ({ id }) => id, maxLength: 3 },
  )
  const facts = fc.constantFrom({}, { f: { instant: new Date(start).toISOString() } })
  const world = fc.record({ plans, events, facts, now: at, horizonDays: fc.integer({ min: 0, max: 30 }) })
  const states = fc.array(
    fc.constantFrom(
      'planned',
      'due',
      'claimed',
      'handed-over',
      'delivered',
      'answered',
      'skipped',
      'cancelled',
      'uncertain',
    ),
    { minLength: 1, maxLength: 9 },
  )
  const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe')

  it('is idempotent, never makes a key twice, never touches what is claimed or ended', () => {
    fc.assert(
      fc.property(world, world, states, zone, (before, after, stored, timeZone) => {
        const earlier: PlanInput = { enrolmentId: 'e1', timeZone, existing: [], ...before }
        const existing = carriedOut(earlier, plan(earlier)).map((row, index) => ({
          ...row,
          state: stored[index % stored.length] as ExistingTouchpoint['state'],
        }))
        const input: PlanInput = { enrolmentId: 'e1', timeZone, existing, ...after }
        const actions = plan(input)
        const keys = actions.map((action) => (action.kind === 'create' ? action.touchpoint.key : action.key))
        expect(new Set(keys).size).toBe(keys.length)
        const byKey = new Map(existing.map((row) => [touchpointKey(row), row]))
        for (const action of actions) {
          if (action.kind === 'create') {
            expect(byKey.has(action.touchpoint.key)).toBe(false)
            expect(touchpointKey(action.touchpoint)).toBe(action.touchpoint.key)
          } else expect(['planned', 'due']).toContain(byKey.get(action.key)?.state)
        }
        expect(plan({ ...input, existing: carriedOut(input, actions) })).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('leaves every open touchpoint where its plan and event put it now', () => {
    fc.assert(
      fc.property(world, world, zone, (before, after, timeZone) => {
        const earlier: PlanInput = { enrolmentId: 'e1', timeZone, existing: [], ...before }
        const input: PlanInput = { enrolmentId: 'e1', timeZone, existing: carriedOut(earlier, plan(earlier)), ...after }
        const stored = carriedOut(input, plan(input)).filter(({ state }) => state === 'planned')
        // Made from nothing with an endless horizon and windows: where everything would be planned.
        const endless = plan({
          ...input,
          existing: [],
          horizonDays: 10_000,
          plans: input.plans.map(({ audienceWhen: _, ...definition }) => ({
            ...definition,
            steps: definition.steps.map((step) => ({ ...step, windowHours: 1_000_000 })),
          })),
        })
        const places = new Map(
          endless.flatMap((a) => (a.kind === 'create' ? [[a.touchpoint.key, a.touchpoint.due]] : [])),
        )
        for (const row of stored) expect(row.plannedDue).toBe(places.get(touchpointKey(row)))
      }),
      { numRuns: 200 },
    )
  })
})

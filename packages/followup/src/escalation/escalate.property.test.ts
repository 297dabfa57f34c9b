import type { StaffRole } from '@suixing/contracts'
import fc from 'fast-check'
import type { Duty, DutyMember } from '../duty/duty'
import { nextOpening } from '../duty/next-opening'
import { isOpen } from '../duty/on-duty'
import { escalate } from './escalate'
import type { EscalationInput, EscalationState } from './escalate'
import { checkLadder } from './ladder'
import type { Ladder, RungRole } from './ladder'

/** Whatever the roster, the hours, the ladder and the moment: what nobody must be able to break. */
const role = fc.constantFrom<StaffRole>('physician', 'careAssistant', 'nutritionist', 'operator')
const anyMember: fc.Arbitrary<DutyMember> = fc.record({
  staffId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  name: fc.constant('x'),
  role,
  availability: fc.constantFrom('hours', 'always', 'off'),
  open: fc.nat(3),
})
const members = fc.uniqueArray(anyMember, { selector: ({ staffId }) => staffId, minLength: 1 })
const someone = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: null })
const hours = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    fc.integer({ min: 0, max: 1380 }),
    fc.integer({ min: 30, max: 1440 }),
  )
  .map(([workdays, from, length]) => ({ workdays, from, to: Math.min(1440, from + length) }))
const anyDuty = (onCall: fc.Arbitrary<string | null>): fc.Arbitrary<Duty> =>
  fc.record({
    timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York'),
    hours,
    members,
    onCallStaffId: onCall,
  })
const anyLadder: fc.Arbitrary<Ladder> = fc
  .tuple(
    fc.array(fc.oneof(role, fc.constantFrom<RungRole>('responsible', 'assigned')), { maxLength: 3 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 1, max: 60 }),
  )
  .map(([roles, minutes, repeatMinutes]) => {
    const ascending = [...minutes].sort((a, b) => a - b)
    const rungs = [...roles, 'onCall' as const].map((name, at) => ({
      role: name,
      afterMinutes: ascending[at] as number,
    }))
    return { rungs, repeatMinutes }
  })
const anyStart = fc
  .integer({ min: Date.parse('2026-03-01') / 60_000, max: Date.parse('2026-11-30') / 60_000 })
  .map((minute) => new Date(minute * 60_000).toISOString())
const scene = (onCall: fc.Arbitrary<string | null>, urgency: fc.Arbitrary<EscalationInput['urgency']>) =>
  fc.record({
    duty: anyDuty(onCall),
    ladder: anyLadder,
    responsibleId: someone,
    assignedId: someone,
    urgency,
    startedAt: anyStart,
  })
type Scene = ReturnType<typeof scene> extends fc.Arbitrary<infer T> ? T : never
const anyUrgency = fc.constantFrom('ordinary' as const, 'urgent' as const)

interface Heard {
  readonly at: string
  readonly staffIds: readonly string[]
}

/** Plays an escalation that nobody acknowledges, asking at each `nextAt`, until `enough` or 60 times. */
function play({ startedAt, ...rest }: Scene, enough: (heard: readonly Heard[]) => boolean): Heard[] {
  let state: EscalationState = { startedAt, told: [], acknowledgedAt: null, endedAt: null }
  let now = startedAt
  const heard: Heard[] = []
  for (let turn = 0; turn < 60 && !enough(heard); turn++) {
    const { tell, nextAt } = escalate({ ...rest, state, now })
    const named = tell.flatMap(({ staffIds }) => staffIds)
    expect(new Set(named).size).toBe(named.length)
    expect(tell.map(({ rung }) => rung)).toEqual([...new Set(tell.map(({ rung }) => rung))].sort((a, b) => a - b))
    for (const { staffIds } of tell) expect(staffIds.length).toBeGreaterThan(0)
    if (named.length > 0) heard.push({ at: now, staffIds: named })
    state = { ...state, told: [...state.told, ...tell.map(({ rung, staffIds }) => ({ rung, staffIds, at: now }))] }
    expect(nextAt !== null && nextAt > now).toBe(true)
    now = nextAt as string
  }
  return heard
}

describe('whatever the roster', () => {
  it('draws ladders that may be published', () => {
    fc.assert(fc.property(anyLadder, (ladder) => checkLadder(ladder).length === 0))
  })

  it('an urgent one tells somebody within the minutes of its first rung', () => {
    fc.assert(
      fc.property(scene(someone, fc.constant('urgent')), (any) => {
        const [first] = play(any, ({ length }) => length > 0)
        const within = Date.parse(any.startedAt) + (any.ladder.rungs[0]?.afterMinutes ?? 0) * 60_000
        expect(Date.parse(first?.at ?? '')).toBeLessThanOrEqual(within)
      }),
    )
  })

  it('every one comes to the on-call person', () => {
    const named = fc.constantFrom('a', 'b', 'on-call')
    fc.assert(
      fc.property(scene(named, anyUrgency), (any) => {
        const reached = (heard: readonly Heard[]): boolean =>
          heard.some(({ staffIds }) => staffIds.includes(any.duty.onCallStaffId as string))
        expect(reached(play(any, reached))).toBe(true)
      }),
    )
  })

  it('every one goes on telling, on-call person or not', () => {
    fc.assert(
      fc.property(scene(someone, anyUrgency), (any) => {
        expect(play(any, ({ length }) => length >= 6)).toHaveLength(6)
      }),
    )
  })

  it('an ordinary one tells nobody outside the hours of a team that opens', () => {
    fc.assert(
      fc.property(scene(someone, fc.constant('ordinary')), (any) => {
        for (const { at } of play(any, ({ length }) => length >= 4))
          expect(isOpen(any.duty, at) || nextOpening(any.duty, at) === null).toBe(true)
      }),
    )
  })

  it('a late call tells each person once, and the same call again at once tells nobody', () => {
    fc.assert(
      fc.property(scene(someone, anyUrgency), fc.integer({ min: 0, max: 20_000 }), (any, late) => {
        const { startedAt, ...rest } = any
        const now = new Date(Date.parse(startedAt) + late * 60_000).toISOString()
        const state: EscalationState = { startedAt, told: [], acknowledgedAt: null, endedAt: null }
        const { tell } = escalate({ ...rest, state, now })
        const named = tell.flatMap(({ staffIds }) => staffIds)
        expect(new Set(named).size).toBe(named.length)
        const told = tell.map(({ rung, staffIds }) => ({ rung, staffIds, at: now }))
        expect(escalate({ ...rest, state: { ...state, told }, now }).tell).toEqual([])
        for (const over of [{ acknowledgedAt: now }, { endedAt: now }])
          expect(escalate({ ...rest, state: { ...state, told, ...over }, now })).toEqual({ tell: [], nextAt: null })
      }),
    )
  })
})

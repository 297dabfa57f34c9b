import type { Condition } from '@suixing/contracts'
import fc from 'fast-check'
import { compileCondition, earlier } from './condition'
import type { ConditionOutcome } from './condition'
import type { FactValue, Facts } from './fact'

const now = '2026-11-23T02:00:00.000Z'
const DAY = 86_400_000
const later = (milliseconds: number): string => new Date(Date.parse(now) + milliseconds).toISOString()
const ask = (condition: Condition, facts: Facts, at = now): ConditionOutcome => compileCondition(condition)(facts, at)
const holds = (condition: Condition, facts: Facts): boolean => ask(condition, facts).holds

describe('comparisons', () => {
  it.each<[Condition, FactValue | undefined, boolean]>([
    [{ fact: 'f', is: 'equal', value: 'a' }, 'a', true],
    [{ fact: 'f', is: 'equal', value: 'a' }, 'b', false],
    [{ fact: 'f', is: 'equal', value: 1 }, '1', false],
    [{ fact: 'f', is: 'equal', value: true }, true, true],
    [{ fact: 'f', is: 'equal', value: false }, undefined, false],
    [{ fact: 'f', is: 'equal', value: now }, { instant: now }, false],
    [{ fact: 'f', is: 'atLeast', value: 7 }, 7, true],
    [{ fact: 'f', is: 'atLeast', value: 7 }, 6.99, false],
    [{ fact: 'f', is: 'atMost', value: 7 }, 7, true],
    [{ fact: 'f', is: 'atMost', value: 7 }, 7.01, false],
    [{ fact: 'f', is: 'above', value: 7 }, 7, false],
    [{ fact: 'f', is: 'above', value: 7 }, 7.01, true],
    [{ fact: 'f', is: 'below', value: 7 }, 7, false],
    [{ fact: 'f', is: 'below', value: 7 }, 6.99, true],
    [{ fact: 'f', is: 'below', value: 7 }, undefined, false],
    [{ fact: 'f', is: 'below', value: 7 }, '6', false],
    [{ fact: 'f', is: 'below', value: '7' }, 6, false],
    [{ fact: 'f', is: 'oneOf', value: ['a', 3] }, 'a', true],
    [{ fact: 'f', is: 'oneOf', value: ['a', 3] }, 3, true],
    [{ fact: 'f', is: 'oneOf', value: ['a', 3] }, '3', false],
    [{ fact: 'f', is: 'oneOf', value: ['a', 3] }, undefined, false],
    [{ fact: 'f', is: 'known' }, false, true],
    [{ fact: 'f', is: 'known' }, 0, true],
    [{ fact: 'f', is: 'known' }, undefined, false],
    [{ fact: 'f', is: 'unknown' }, undefined, true],
    [{ fact: 'f', is: 'unknown' }, '', false],
  ])('%j of %j: %s', (condition, value, expected) => {
    expect(ask(condition, { f: value })).toEqual({ holds: expected, changesAt: null })
    expect(holds(condition, value === undefined ? {} : { f: value })).toBe(expected)
  })
})

describe('age', () => {
  const since = later(-7 * DAY)
  const olderThan: Condition = { fact: 'f', is: 'olderThanDays', value: 7 }
  const within: Condition = { fact: 'f', is: 'withinDays', value: 7 }

  it('turns at exactly that age and never again', () => {
    const facts = { f: { instant: since } }
    expect(ask(olderThan, facts)).toEqual({ holds: true, changesAt: null })
    expect(ask(within, facts)).toEqual({ holds: false, changesAt: null })
    expect(ask(olderThan, facts, later(-1))).toEqual({ holds: false, changesAt: now })
    expect(ask(within, facts, later(-1))).toEqual({ holds: true, changesAt: now })
  })
  it('counts part days, and instants that lie ahead', () => {
    expect(ask({ ...olderThan, value: 0.5 } as Condition, { f: { instant: now } })).toEqual({
      holds: false,
      changesAt: later(DAY / 2),
    })
    expect(ask(within, { f: { instant: later(DAY) } })).toEqual({ holds: true, changesAt: later(8 * DAY) })
  })
  it.each([undefined, 7, since, true])('is not the age of %p', (f) => {
    expect(ask(olderThan, { f })).toEqual({ holds: false, changesAt: null })
    expect(ask(within, { f })).toEqual({ holds: false, changesAt: null })
  })
})

describe('combinations', () => {
  const yes: Condition = { fact: 'no', is: 'unknown' }
  const no: Condition = { fact: 'no', is: 'known' }
  it.each<[Condition, boolean]>([
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ not: no }, true],
    [{ not: yes }, false],
    [{ all: [{ any: [no, { not: no }] }, { not: { all: [yes, no] } }] }, true],
    [{ not: { any: [no, { all: [yes, { not: yes }] }] } }, true],
  ])('%j: %s', (condition, expected) => {
    expect(holds(condition, {})).toBe(expected)
  })

  it('turns when the first of its parts turns, decided or not', () => {
    const facts = { a: { instant: now }, b: { instant: later(-DAY) } }
    const young = (fact: string): Condition => ({ fact, is: 'withinDays', value: 3 })
    expect(ask({ all: [no, young('a'), young('b')] }, facts)).toEqual({ holds: false, changesAt: later(2 * DAY) })
    expect(ask({ any: [yes, young('a')] }, facts)).toEqual({ holds: true, changesAt: later(3 * DAY) })
    expect(ask({ not: young('b') }, facts)).toEqual({ holds: false, changesAt: later(2 * DAY) })
  })
})

describe('earlier', () => {
  it.each([
    [null, null, null],
    [now, null, now],
    [null, now, now],
    [now, later(1), now],
    [later(1), now, now],
  ])('of %s and %s is %s', (a, b, expected) => {
    expect(earlier(a, b)).toBe(expected)
  })
})

describe('time alone', () => {
  const names = fc.constantFrom('a', 'b', 'c')
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ fact: names, is: fc.constantFrom('known' as const, 'unknown' as const) }),
    fc.record({ fact: names, is: fc.constant('atLeast' as const), value: fc.integer({ min: 0, max: 3 }) }),
    fc.record({
      fact: names,
      is: fc.constantFrom('olderThanDays' as const, 'withinDays' as const),
      value: fc.integer({ min: 1, max: 20 }),
    }),
  )
  const tree = fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  })).node
  const fact = fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: -30 * 24, max: 24 }).map((hours) => ({ instant: later(hours * 3_600_000) })),
  )
  const facts = fc.record({ a: fact, b: fact, c: fact })

  it('changes no answer before changesAt, and every answer that changes was announced', () => {
    fc.assert(
      fc.property(tree, facts, fc.integer({ min: 0, max: 999 }), (condition, known, part) => {
        let at = now
        for (let turns = 0; ; turns += 1) {
          expect(turns).toBeLessThan(60)
          const { holds: before, changesAt } = ask(condition, known, at)
          const end = changesAt ?? later(400 * DAY)
          expect(end > at).toBe(true)
          const between = Date.parse(at) + Math.floor(((Date.parse(end) - Date.parse(at)) * part) / 1000)
          expect(ask(condition, known, new Date(between).toISOString()).holds).toBe(before)
          expect(ask(condition, known, new Date(Date.parse(end) - 1).toISOString()).holds).toBe(before)
          if (changesAt === null) break
          at = changesAt
        }
      }),
      { numRuns: 300 },
    )
  })
})

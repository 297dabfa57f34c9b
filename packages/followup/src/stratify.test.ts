import type { Condition, TagDefinition, TagRule } from '@suixing/contracts'
import { compileStratifier } from './stratify'

const now = '2026-11-23T02:00:00.000Z'
const tag = (id: string, stratum?: string): TagDefinition => ({
  id,
  group: 'g',
  name: id,
  ...(stratum === undefined ? {} : { stratum }),
})
const rule = (id: string, gives: string, when: Condition, version = 1): TagRule => ({
  id,
  version,
  tag: gives,
  says: `says ${id}`,
  when,
})
const known = (fact: string): Condition => ({ fact, is: 'known' })
const tags = [tag('high', 'risk'), tag('low', 'risk'), tag('insulin'), tag('silent')]

describe('compileStratifier', () => {
  it('gives what holds, with the rule, its version and its words', () => {
    const stratify = compileStratifier([rule('r1', 'insulin', known('a'), 3), rule('r2', 'silent', known('b'))], tags)
    expect(stratify({ a: 1 }, now)).toEqual({
      tags: [{ tagId: 'insulin', ruleId: 'r1', ruleVersion: 3, says: 'says r1' }],
      conflicts: [],
      changesAt: null,
    })
    expect(stratify({}, now).tags).toEqual([])
  })

  it('names the first rule when two give the same tag', () => {
    const stratify = compileStratifier([rule('r1', 'high', known('a')), rule('r2', 'high', known('b'))], tags)
    const { tags: given, conflicts } = stratify({ a: 1, b: 1 }, now)
    expect(given.map(({ ruleId }) => ruleId)).toEqual(['r1'])
    expect(conflicts).toEqual([])
    expect(stratify({ b: 1 }, now).tags.map(({ ruleId }) => ruleId)).toEqual(['r2'])
  })

  it('keeps one tag of a stratum and reports each other once', () => {
    const rules = [rule('r1', 'low', known('a')), rule('r2', 'high', known('b')), rule('r3', 'high', known('c'))]
    const stratify = compileStratifier(rules, tags)
    const { tags: given, conflicts } = stratify({ a: 1, b: 1, c: 1 }, now)
    expect(given.map(({ tagId }) => tagId)).toEqual(['low'])
    expect(conflicts).toEqual([{ stratum: 'risk', kept: 'low', left: 'high' }])
    expect(stratify({ b: 1 }, now).tags.map(({ tagId }) => tagId)).toEqual(['high'])
  })

  it('sets no tags without a stratum, nor of an undeclared one, against each other', () => {
    const stratify = compileStratifier(
      [rule('r1', 'insulin', known('a')), rule('r2', 'silent', known('a')), rule('r3', 'stranger', known('a'))],
      tags,
    )
    expect(stratify({ a: 1 }, now).tags.map(({ tagId }) => tagId)).toEqual(['insulin', 'silent', 'stranger'])
  })

  it('turns with the first rule that may turn, also one that gives nothing now or lost its stratum', () => {
    const old = (days: number): Condition => ({ fact: 'at', is: 'olderThanDays', value: days })
    const young = (days: number): Condition => ({ fact: 'at', is: 'withinDays', value: days })
    const facts = { at: { instant: now }, a: 1 }
    const silent = compileStratifier([rule('r1', 'silent', old(7)), rule('r2', 'insulin', known('a'))], tags)
    expect(silent(facts, now)).toMatchObject({ tags: [{ tagId: 'insulin' }], changesAt: '2026-11-30T02:00:00.000Z' })
    expect(silent(facts, '2026-11-30T02:00:00.000Z')).toMatchObject({
      tags: [{ tagId: 'silent' }, { tagId: 'insulin' }],
      changesAt: null,
    })
    const lost = compileStratifier([rule('r1', 'low', known('a')), rule('r2', 'high', young(2))], tags)
    expect(lost(facts, now)).toMatchObject({ tags: [{ tagId: 'low' }], changesAt: '2026-11-25T02:00:00.000Z' })
  })
})

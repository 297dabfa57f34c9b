import type { Instant, TagDefinition, TagRule } from '@suixing/contracts'
import { compileCondition, earlier } from './condition'
import type { CompiledCondition } from './condition'
import type { Facts } from './fact'

/** A tag a rule gives, with the rule that gave it. */
export interface RuleTag {
  readonly tagId: string
  readonly ruleId: string
  readonly ruleVersion: number
  readonly says: string
}
export interface Stratification {
  readonly tags: readonly RuleTag[]
  /** Tags of one stratum that two rules gave at once: the first rule won, the others are reported, never dropped in silence. */
  readonly conflicts: readonly { readonly stratum: string; readonly kept: string; readonly left: string }[]
  /** Next instant at which the answer may change by time alone. */
  readonly changesAt: Instant | null
}
export type Stratifier = (facts: Facts, now: Instant) => Stratification

/** Compiles the rules of a programme. Rules are asked in their order; the first one to give a tag is its provenance. */
export function compileStratifier(rules: readonly TagRule[], tags: readonly TagDefinition[]): Stratifier {
  const compiled = rules.map((rule): [TagRule, CompiledCondition] => [rule, compileCondition(rule.when)])
  const stratumOf = new Map(tags.map((tag) => [tag.id, tag.stratum]))
  return (facts, now) => {
    const given = new Map<string, RuleTag>()
    const strata = new Map<string, string>()
    const conflicts: Stratification['conflicts'][number][] = []
    let changesAt: Instant | null = null
    for (const [rule, holds] of compiled) {
      const outcome = holds(facts, now)
      changesAt = earlier(changesAt, outcome.changesAt)
      if (!outcome.holds || given.has(rule.tag)) continue
      const stratum = stratumOf.get(rule.tag)
      const kept = stratum === undefined ? undefined : strata.get(stratum)
      if (stratum !== undefined && kept !== undefined) {
        if (!conflicts.some(({ left }) => left === rule.tag)) conflicts.push({ stratum, kept, left: rule.tag })
        continue
      }
      if (stratum !== undefined) strata.set(stratum, rule.tag)
      given.set(rule.tag, { tagId: rule.tag, ruleId: rule.id, ruleVersion: rule.version, says: rule.says })
    }
    return { tags: [...given.values()], conflicts, changesAt }
  }
}

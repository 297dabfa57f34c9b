import type { EnrolmentRow, PatientRow } from '@suixing/database'
import type { Instant } from '@suixing/contracts'
import type { Product } from '../platform/product'
import { factsOf } from './facts'

/** Runs the tag rules of an enrolment and keeps what changed. A tag a person gave is left alone. Answers when a rule may turn by time alone. */
export async function restratify(
  product: Product,
  patient: PatientRow,
  enrolment: EnrolmentRow,
): Promise<Instant | null> {
  const { tags, enrolments, identities } = product.repositories
  const at = product.clock.instant()
  const { definition, stratify } = product.programmes.get(enrolment.programmeId)
  const result = stratify(factsOf(patient, enrolment), at)
  const stored = new Map((await tags.ofEnrolment(enrolment._id)).map((row) => [row.tagId, row]))
  const of = { patientId: patient._id, enrolmentId: enrolment._id }
  let changed = false
  for (const tag of result.tags) {
    const row = stored.get(tag.tagId)
    if (row?.provenance.kind === 'person') continue
    const sameRule =
      row?.present && row.provenance.ruleId === tag.ruleId && row.provenance.ruleVersion === tag.ruleVersion
    if (sameRule) continue
    await tags.change(
      {
        ...of,
        tagId: tag.tagId,
        present: true,
        provenance: { kind: 'rule', ruleId: tag.ruleId, ruleVersion: tag.ruleVersion, says: tag.says },
      },
      at,
    )
    changed = true
  }
  for (const rule of definition.tagRules) {
    const row = stored.get(rule.tag)
    if (!row?.present || row.provenance.kind !== 'rule' || result.tags.some((tag) => tag.tagId === rule.tag)) continue
    await tags.change(
      {
        ...of,
        tagId: rule.tag,
        present: false,
        provenance: { kind: 'rule', ruleId: rule.id, ruleVersion: rule.version, says: `不再符合：${rule.says}` },
      },
      at,
    )
    changed = true
  }
  if (enrolment.rulesChangeAt !== result.changesAt) await enrolments.setRulesChangeAt(enrolment._id, result.changesAt)
  if (changed) await identities.touch(patient._id, at)
  return result.changesAt
}

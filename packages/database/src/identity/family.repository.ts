import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { families } from './family.collection'
import type { FamilyRow } from './family.collection'

/** Family members of patients. */
export function familyRepository(connection: Connection) {
  const model = modelOf(connection, families)
  return {
    async invite(row: Omit<FamilyRow, 'openid' | 'since' | 'removedAt'>): Promise<void> {
      await model.create({ ...row, openid: null, since: null, removedAt: null })
    },
    /** Whoever opens an invitation first is the one invited. Null: unknown, over, removed, or somebody else's. */
    async accept(key: string, openid: string, now: Instant): Promise<FamilyRow | null> {
      const first = await model
        .findOneAndUpdate(
          { _id: key, openid: null, removedAt: null, expiresAt: { $gt: now } },
          { $set: { openid, since: now } },
          { returnDocument: 'after' },
        )
        .lean<FamilyRow>()
        .exec()
      return first ?? model.findOne({ _id: key, openid, removedAt: null }).lean<FamilyRow>().exec()
    },
    /** The latest membership of a WeChat user that stands. */
    latestOf: (openid: string): Promise<FamilyRow | null> =>
      model.findOne({ openid, removedAt: null }).sort({ since: -1 }).lean<FamilyRow>().exec(),
    /** A membership that stands. */
    active: (key: string): Promise<FamilyRow | null> =>
      model
        .findOne({ _id: key, removedAt: null, openid: { $ne: null } })
        .lean<FamilyRow>()
        .exec(),
    ofPatient: (patientId: string): Promise<FamilyRow[]> =>
      model.find({ patientId, removedAt: null }).lean<FamilyRow[]>().exec(),
    /** The patient lets somebody in no longer; at once, whatever session they hold. */
    async remove(patientId: string, key: string, at: Instant): Promise<boolean> {
      const gone = await model.updateOne({ _id: key, patientId, removedAt: null }, { $set: { removedAt: at } })
      return gone.matchedCount === 1
    },
  }
}
export type FamilyRepository = ReturnType<typeof familyRepository>

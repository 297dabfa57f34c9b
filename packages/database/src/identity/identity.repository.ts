import type { Instant, OptOut } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { entryKeys } from './entry-key.collection'
import type { EntryKeyRow } from './entry-key.collection'
import { identityLinks } from './identity-link.collection'
import type { IdentityKind, IdentityLinkRow } from './identity-link.collection'
import { patients } from './patient.collection'
import type { PatientRow } from './patient.collection'

export interface OutsideIdentity {
  readonly kind: IdentityKind
  readonly space: string
  readonly value: string
}
const linkId = ({ kind, space, value }: OutsideIdentity): string => `${kind}:${space}:${value}`

/** Patients, and the outside ids they are known by. */
export function identityRepository(connection: Connection) {
  const patientModel = modelOf(connection, patients)
  const linkModel = modelOf(connection, identityLinks)
  const keyModel = modelOf(connection, entryKeys)

  const find = async (identity: OutsideIdentity): Promise<string | null> =>
    (await linkModel.findById(linkId(identity)).lean())?.patientId ?? null

  return {
    findPatientId: find,
    patient: (id: string): Promise<PatientRow | null> => patientModel.findById(id).lean<PatientRow>().exec(),
    patients: (ids: readonly string[]): Promise<PatientRow[]> =>
      patientModel
        .find({ _id: { $in: [...ids] } })
        .lean<PatientRow[]>()
        .exec(),

    /** Links an outside id to a patient; answers the patient it belongs to, which is another one when it was linked before. */
    async link(identity: OutsideIdentity, patientId: string, by: IdentityLinkRow['by'], at: Instant): Promise<string> {
      try {
        await linkModel.create({ _id: linkId(identity), ...identity, patientId, since: at, by })
        return patientId
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        return (await find(identity)) ?? patientId
      }
    },
    linksOf: (patientId: string): Promise<IdentityLinkRow[]> =>
      linkModel.find({ patientId }).lean<IdentityLinkRow[]>().exec(),

    /** Makes the patient unless it exists. The id is derived from the identity that was seen first, so two events at once make one patient. */
    async createPatient(row: Pick<PatientRow, '_id' | 'name' | 'gender' | 'timeZone'>, at: Instant): Promise<void> {
      await patientModel.updateOne(
        { _id: row._id },
        {
          $setOnInsert: {
            name: row.name,
            gender: row.gender,
            timeZone: row.timeZone,
            birthYear: null,
            profile: null,
            preferences: null,
            optOuts: [],
            glucose: null,
            createdAt: at,
            lastActivityAt: at,
            activity: 0,
          },
        },
        { upsert: true },
      )
    },
    async setProfile(id: string, change: Partial<Pick<PatientRow, 'profile' | 'preferences'>>): Promise<void> {
      await patientModel.updateOne({ _id: id }, { $set: change })
    },
    async setGlucose(id: string, glucose: PatientRow['glucose']): Promise<void> {
      await patientModel.updateOne({ _id: id }, { $set: { glucose } })
    },
    async addOptOut(id: string, optOut: OptOut): Promise<void> {
      await patientModel.updateOne({ _id: id, 'optOuts.scope': { $ne: optOut.scope } }, { $push: { optOuts: optOut } })
    },
    async removeOptOut(id: string, scope: OptOut['scope']): Promise<void> {
      await patientModel.updateOne({ _id: id }, { $pull: { optOuts: { scope } } })
    },
    /** Says that something a screen may show has changed. */
    async touch(id: string, at: Instant): Promise<void> {
      await patientModel.updateOne({ _id: id }, { $inc: { activity: 1 }, $set: { lastActivityAt: at } })
    },

    async createEntryKey(row: EntryKeyRow): Promise<void> {
      await keyModel.create(row)
    },
    entryKeyOf: (
      patientId: string,
      purpose: EntryKeyRow['purpose'],
      programmeId: string,
    ): Promise<EntryKeyRow | null> =>
      keyModel.findOne({ patientId, purpose, programmeId, usedBy: null }).sort({ _id: 1 }).lean<EntryKeyRow>().exec(),
    async setEntryKeyUrl(key: string, url: string): Promise<void> {
      await keyModel.updateOne({ _id: key }, { $set: { url } })
    },
    /** Binds the key to the outside id that brings it. Null: unknown, expired, or bound to somebody else. */
    async useEntryKey(key: string, usedBy: string, now: Instant): Promise<EntryKeyRow | null> {
      return keyModel
        .findOneAndUpdate(
          { _id: key, usedBy: { $in: [null, usedBy] }, expiresAt: { $gt: now } },
          { $set: { usedBy } },
          { returnDocument: 'after' },
        )
        .lean<EntryKeyRow>()
        .exec()
    },
  }
}
export type IdentityRepository = ReturnType<typeof identityRepository>

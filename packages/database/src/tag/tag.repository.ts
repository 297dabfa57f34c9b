import type { Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { patientTags, wecomTags } from './patient-tag.collection'
import type { PatientTagRow, WecomTagRow } from './patient-tag.collection'

export interface TagChange {
  readonly patientId: string
  readonly enrolmentId: string
  readonly tagId: string
  readonly present: boolean
  readonly provenance: PatientTagRow['provenance']
}

/** Tags of enrolments. One row a (enrolment, tag), so giving the same tag twice is one tag. */
export function tagRepository(connection: Connection) {
  const model = modelOf(connection, patientTags)
  const wecomModel = modelOf(connection, wecomTags)
  return {
    ofPatient: (patientId: string): Promise<PatientTagRow[]> =>
      model.find({ patientId }).lean<PatientTagRow[]>().exec(),
    ofPatients: (patientIds: readonly string[]): Promise<PatientTagRow[]> =>
      model
        .find({ patientId: { $in: [...patientIds] } })
        .lean<PatientTagRow[]>()
        .exec(),
    ofEnrolment: (enrolmentId: string): Promise<PatientTagRow[]> =>
      model.find({ enrolmentId }).lean<PatientTagRow[]>().exec(),
    countNotWritten: (): Promise<number> => model.countDocuments({ 'wecom.state': 'failed' }).exec(),
    /** Gives or takes a tag; WeCom is to be told afterwards. */
    async change(change: TagChange, at: Instant): Promise<void> {
      const { patientId, enrolmentId, tagId, present, provenance } = change
      await model.updateOne(
        { _id: `${enrolmentId}:${tagId}` },
        {
          $set: {
            patientId,
            enrolmentId,
            tagId,
            present,
            provenance,
            since: at,
            wecom: { state: 'pending', userid: null, at: null, why: null, attempts: 0 },
          },
        },
        { upsert: true },
      )
    },
    /** Notes how far WeCom knows the tag as it stood at `since`; a later change of the tag is not overwritten. */
    async noteWecom(id: string, since: Instant, wecom: PatientTagRow['wecom']): Promise<void> {
      await model.updateOne({ _id: id, since }, { $set: { wecom } })
    },
    wecomTag: (tagId: string): Promise<WecomTagRow | null> => wecomModel.findById(tagId).lean<WecomTagRow>().exec(),
    async saveWecomTag(row: WecomTagRow): Promise<void> {
      await wecomModel.updateOne(
        { _id: row._id },
        { $set: { wecomTagId: row.wecomTagId, group: row.group, name: row.name } },
        { upsert: true },
      )
    },
  }
}
export type TagRepository = ReturnType<typeof tagRepository>

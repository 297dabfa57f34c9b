import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { kfParked } from './kf-parked.collection'
import type { KfParkedRow } from './kf-parked.collection'

/** What a kf account told and nobody could take in. */
export function kfParkedRepository(connection: Connection) {
  const model = modelOf(connection, kfParked)
  return {
    /** Parks one; the same message again changes nothing. */
    async park({ _id, ...row }: KfParkedRow): Promise<void> {
      await model.updateOne({ _id }, { $setOnInsert: row }, { upsert: true })
    },
    byId: (msgid: string): Promise<KfParkedRow | null> => model.findById(msgid).lean<KfParkedRow>().exec(),
    ofProgramme: (programmeId: string, limit: number): Promise<KfParkedRow[]> =>
      model.find({ programmeId }).sort({ at: 1 }).limit(limit).lean<KfParkedRow[]>().exec(),
    count: (programmeId: string): Promise<number> => model.countDocuments({ programmeId }).exec(),
    /** It was taken in after all, or a person has dealt with it. */
    async remove(msgid: string): Promise<void> {
      await model.deleteOne({ _id: msgid })
    },
  }
}
export type KfParkedRepository = ReturnType<typeof kfParkedRepository>

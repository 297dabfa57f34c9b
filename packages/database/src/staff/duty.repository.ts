import type { Macro } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { duties, feeds, macroSets } from './duty.collection'
import type { DutyRow, FeedRow, MacrosRow } from './duty.collection'

/** How the team of a programme works: duty, ready sentences, and the number its screens poll. */
export function dutyRepository(connection: Connection) {
  const duty = modelOf(connection, duties)
  const macros = modelOf(connection, macroSets)
  const feed = modelOf(connection, feeds)
  return {
    ofProgramme: (programmeId: string): Promise<DutyRow | null> => duty.findById(programmeId).lean<DutyRow>().exec(),
    async save({ _id, ...row }: DutyRow): Promise<void> {
      await duty.updateOne({ _id }, { $set: row }, { upsert: true })
    },
    macrosOf: async (programmeId: string): Promise<Macro[] | null> =>
      (await macros.findById(programmeId).lean<MacrosRow>().exec())?.macros ?? null,
    async saveMacros(programmeId: string, list: readonly Macro[]): Promise<void> {
      await macros.updateOne({ _id: programmeId }, { $set: { macros: [...list] } }, { upsert: true })
    },
    /** Says that something in the programme's conversations changed. */
    async touch(programmeId: string): Promise<void> {
      await feed.updateOne({ _id: programmeId }, { $inc: { activity: 1 } }, { upsert: true })
    },
    activityOf: async (programmeIds: readonly string[]): Promise<number> =>
      (
        await feed
          .find({ _id: { $in: [...programmeIds] } })
          .lean<FeedRow[]>()
          .exec()
      ).reduce((sum, { activity }) => sum + activity, 0),
  }
}
export type DutyRepository = ReturnType<typeof dutyRepository>

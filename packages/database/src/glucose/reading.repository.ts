import type { ImportReport, Instant } from '@suixing/contracts'
import type { Connection } from 'mongoose'
import { modelOf } from '../platform/define-model'
import { isDuplicateKey } from '../platform/duplicate-key'
import { imports, readings } from './reading.collection'
import type { ImportRow, ReadingRow } from './reading.collection'

const BATCH = 1000

/** The ledger of readings. */
export function readingRepository(connection: Connection) {
  const model = modelOf(connection, readings)
  const importModel = modelOf(connection, imports)
  /** insertMany writes about ten times as fast as upserts; what is there already is refused row by row and is not new. */
  const insertNew = async (rows: readonly ReadingRow[]): Promise<number> => {
    try {
      return (await model.collection.insertMany(rows as never, { ordered: false })).insertedCount
    } catch (error) {
      const { writeErrors = [], insertedCount = 0 } = error as { writeErrors?: unknown; insertedCount?: number }
      const refused = (Array.isArray(writeErrors) ? writeErrors : [writeErrors]) as { code?: number }[]
      if (!isDuplicateKey(error) || refused.some(({ code }) => code !== 11000)) throw error
      return insertedCount
    }
  }
  return {
    /** Of these ids, those that are stored. */
    async known(ids: readonly string[]): Promise<Set<string>> {
      const known = new Set<string>()
      for (let at = 0; at < ids.length; at += BATCH) {
        const rows = await model
          .find({ _id: { $in: ids.slice(at, at + BATCH) } }, { _id: 1 })
          .lean<{ _id: string }[]>()
          .exec()
        for (const row of rows) known.add(row._id)
      }
      return known
    },
    /** Inserts what is not stored yet; answers how many were new. Running it again after a crash adds only what is missing. */
    async add(rows: readonly ReadingRow[]): Promise<number> {
      let added = 0
      for (let at = 0; at < rows.length; at += BATCH) added += await insertNew(rows.slice(at, at + BATCH))
      return added
    },
    between: (patientId: string, from: Instant, to: Instant): Promise<ReadingRow[]> =>
      model
        .find({ patientId, at: { $gte: from, $lt: to } })
        .sort({ at: 1 })
        .lean<ReadingRow[]>()
        .exec(),
    latest: (patientId: string): Promise<ReadingRow | null> =>
      model.findOne({ patientId }).sort({ at: -1 }).lean<ReadingRow>().exec(),

    /** Notes an import before its readings are written; the same file again keeps the first note. */
    async beginImport(row: Omit<ImportRow, 'state'>): Promise<void> {
      const { _id, ...fields } = row
      await importModel.updateOne({ _id }, { $setOnInsert: { ...fields, state: 'writing' } }, { upsert: true })
    },
    async finishImport(id: string, report: ImportReport): Promise<void> {
      await importModel.updateOne({ _id: id, state: 'writing' }, { $set: { state: 'done', report } })
    },
    importsOf: (patientId: string): Promise<ImportRow[]> =>
      importModel.find({ patientId, state: 'done' }).sort({ at: -1 }).limit(50).lean<ImportRow[]>().exec(),
  }
}
export type ReadingRepository = ReturnType<typeof readingRepository>

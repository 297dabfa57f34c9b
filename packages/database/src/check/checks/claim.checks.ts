import { deepEqual, equal } from 'node:assert/strict'
import type { Check } from '../check'

interface Job {
  readonly _id: number
  readonly due: number
  readonly state: 'due' | 'claimed'
  readonly by?: number
}

const WORKERS = 8

/** Claims: what keeps two dispatchers from doing the same work. */
export const claimChecks: readonly Check[] = [
  {
    name: 'eight workers claim every job once, oldest first',
    run: async ({ db }) => {
      const jobs = db.collection<Job>('jobs')
      await jobs.createIndex({ state: 1, due: 1 })
      await jobs.insertMany(
        Array.from({ length: 200 }, (_, _id) => ({ _id, due: (_id * 37) % 200, state: 'due' as const })),
      )
      const work = async (by: number): Promise<Job[]> => {
        const mine: Job[] = []
        for (;;) {
          const claimed = await jobs.findOneAndUpdate(
            { state: 'due', due: { $lt: 1_000 } },
            { $set: { state: 'claimed', by } },
            { sort: { due: 1 }, returnDocument: 'after' },
          )
          if (!claimed) return mine
          mine.push(claimed)
        }
      }
      const claimed = await Promise.all(Array.from({ length: WORKERS }, (_, by) => work(by)))
      const ids = claimed.flat().map(({ _id }) => _id)
      deepEqual(
        ids.sort((a, b) => a - b),
        Array.from({ length: 200 }, (_, n) => n),
      )
      for (const [by, mine] of claimed.entries()) {
        const dues = mine.map(({ due }) => due)
        deepEqual(
          dues,
          [...dues].sort((a, b) => a - b),
        )
        equal(await jobs.countDocuments({ by }), mine.length)
      }
    },
  },
  {
    name: 'findOneAndUpdate gives the document before or after, and null when nothing matches',
    run: async ({ db }) => {
      const jobs = db.collection<{ _id: number; n: number }>('single')
      await jobs.insertMany([1, 2].map((_id) => ({ _id, n: 0 })))
      deepEqual(await jobs.findOneAndUpdate({ n: 0 }, { $inc: { n: 1 } }, { sort: { _id: -1 } }), { _id: 2, n: 0 })
      const after = await jobs.findOneAndUpdate(
        { n: 0 },
        { $inc: { n: 1 } },
        { sort: { _id: -1 }, returnDocument: 'after' },
      )
      deepEqual(after, { _id: 1, n: 1 })
      equal(await jobs.findOneAndUpdate({ n: 0 }, { $inc: { n: 1 } }, { sort: { _id: -1 } }), null)
      deepEqual(await jobs.findOneAndDelete({}, { sort: { _id: 1 }, projection: { n: 1, _id: 0 } }), { n: 1 })
      deepEqual(
        await jobs.findOneAndUpdate(
          { _id: 7 },
          { $set: { n: 1 } },
          { sort: { n: 1 }, upsert: true, returnDocument: 'after' },
        ),
        { _id: 7, n: 1 },
      )
    },
  },
]

import { deepEqual, equal, rejects } from 'node:assert/strict'
import { mongo } from 'mongoose'
import type { Check } from '../check'

const COUNT = 2_500

async function seeded(db: mongo.Db): Promise<mongo.Collection<{ _id: number; a: number }>> {
  const collection = db.collection<{ _id: number; a: number }>('documents')
  await collection.insertMany(Array.from({ length: COUNT }, (_, _id) => ({ _id, a: (_id * 7919) % COUNT })))
  return collection
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

/** Cursors over more than one page. */
export const cursorChecks: readonly Check[] = [
  {
    name: 'a cursor gives every document once, page by page',
    run: async ({ db }) => {
      const collection = await seeded(db)
      const ids: number[] = []
      for await (const { _id } of collection.find({}, { batchSize: 100 })) ids.push(_id)
      deepEqual(
        ids.sort((a, b) => a - b),
        upTo(COUNT),
      )
    },
  },
  {
    name: 'a sorted cursor keeps its order over all pages',
    run: async ({ db }) => {
      const collection = await seeded(db)
      const sorted = await collection.find({}, { batchSize: 70 }).sort({ a: -1 }).toArray()
      deepEqual(
        sorted.map(({ a }) => a),
        upTo(COUNT).reverse(),
      )
    },
  },
  {
    name: 'skip, limit and an aggregation with a group over many pages are right',
    run: async ({ db }) => {
      const collection = await seeded(db)
      const page = await collection.find().sort({ a: 1 }).skip(40).limit(3).toArray()
      deepEqual(
        page.map(({ a }) => a),
        [40, 41, 42],
      )
      const groups = await collection
        .aggregate<{ _id: number }>([{ $group: { _id: '$a' } }], { batchSize: 50 })
        .toArray()
      deepEqual(
        groups.map(({ _id }) => _id).sort((a, b) => a - b),
        upTo(COUNT),
      )
    },
  },
  {
    name: 'more sorted cursors than connections stay open while their readers write',
    run: async ({ db }) => {
      const collection = await seeded(db)
      const written = db.collection('written')
      const read = async (reader: number): Promise<void> => {
        const cursor = collection.find({ _id: { $lt: 300 } }, { batchSize: 60 }).sort({ a: 1 })
        let count = 0
        for await (const { _id } of cursor) if (count++ % 60 === 0) await written.insertOne({ reader, of: _id })
        equal(count, 300)
      }
      await Promise.all(Array.from({ length: 12 }, (_, reader) => read(reader)))
      equal(await written.countDocuments(), 60)
    },
  },
  {
    name: 'a killed cursor is gone',
    run: async ({ db }) => {
      const collection = await seeded(db)
      const { cursor } = await db.command({ find: collection.collectionName, batchSize: 10, sort: { a: 1 } })
      const killed = await db.command({ killCursors: collection.collectionName, cursors: [cursor.id] })
      deepEqual(killed['cursorsKilled'].map(String), [String(cursor.id)])
      await rejects(db.command({ getMore: mongo.BSON.Long.fromString(String(cursor.id)), collection: 'documents' }), {
        code: 43,
      })
    },
  },
]

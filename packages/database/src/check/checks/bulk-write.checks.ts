import { deepEqual, equal, ok } from 'node:assert/strict'
import { mongo } from 'mongoose'
import type { Check } from '../check'

interface Doc {
  readonly _id: number
  readonly a?: number
}

/** Many writes in one request. */
export const bulkWriteChecks: readonly Check[] = [
  {
    name: 'an ordered bulkWrite of a collection runs in order and counts each kind',
    run: async ({ db }) => {
      const collection = db.collection<Doc>('ordered')
      const result = await collection.bulkWrite([
        { insertOne: { document: { _id: 1, a: 1 } } },
        { updateOne: { filter: { _id: 1 }, update: { $inc: { a: 1 } } } },
        { updateOne: { filter: { _id: 2 }, update: { $set: { a: 9 } }, upsert: true } },
        { replaceOne: { filter: { _id: 1 }, replacement: { a: 5 } } },
        { deleteOne: { filter: { _id: 2 } } },
      ])
      const { insertedCount, matchedCount, modifiedCount, upsertedCount, deletedCount } = result
      deepEqual([insertedCount, matchedCount, modifiedCount, upsertedCount, deletedCount], [1, 2, 2, 1, 1])
      deepEqual(await collection.find().toArray(), [{ _id: 1, a: 5 }])
    },
  },
  {
    name: 'an unordered bulkWrite goes on past an error and tells its place',
    run: async ({ db }) => {
      const collection = db.collection<Doc>('unordered')
      await collection.insertOne({ _id: 1 })
      const operations = [1, 2, 1, 3].map((_id) => ({ insertOne: { document: { _id } } }))
      const error = await collection.bulkWrite(operations, { ordered: false }).then(
        () => undefined,
        (reason: unknown) => reason,
      )
      ok(error instanceof mongo.MongoBulkWriteError)
      deepEqual(
        [error.writeErrors].flat().map(({ index }) => index),
        [0, 2],
      )
      equal(await collection.countDocuments(), 3)
    },
  },
  {
    name: 'bulkWrite of the client writes to several collections',
    run: async ({ client, db }) => {
      const namespace = (name: string): string => `${db.databaseName}.${name}`
      const result = await client.bulkWrite<Record<string, Doc>>([
        { name: 'insertOne', namespace: namespace('a'), document: { _id: 1, a: 1 } },
        { name: 'insertOne', namespace: namespace('b'), document: { _id: 2 } },
        { name: 'updateOne', namespace: namespace('a'), filter: { a: 1 }, update: { $set: { a: 2 } } },
        { name: 'updateOne', namespace: namespace('b'), filter: { _id: 3 }, update: { $set: { a: 3 } }, upsert: true },
        { name: 'deleteMany', namespace: namespace('b'), filter: { _id: 2 } },
      ])
      const { insertedCount, matchedCount, modifiedCount, upsertedCount, deletedCount } = result
      deepEqual([insertedCount, matchedCount, modifiedCount, upsertedCount, deletedCount], [2, 1, 1, 1, 1])
      deepEqual(await db.collection<Doc>('a').find().toArray(), [{ _id: 1, a: 2 }])
      deepEqual(await db.collection<Doc>('b').find().toArray(), [{ _id: 3, a: 3 }])
    },
  },
  {
    name: 'an insertMany of 20,000 documents is complete',
    run: async ({ db }) => {
      const collection = db.collection('many')
      await collection.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n })))
      equal(await collection.countDocuments(), 20_000)
      equal((await collection.distinct('n', { n: { $lt: 100 } })).length, 100)
    },
  },
]

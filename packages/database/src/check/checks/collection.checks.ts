import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import type { Check } from '../check'

/** Collections, indexes and what the server refuses. */
export const collectionChecks: readonly Check[] = [
  {
    name: 'indexes are made once, listed with their options and dropped',
    run: async ({ db }) => {
      const collection = db.collection('indexed')
      const make = () => collection.createIndex({ a: 1, b: -1 }, { name: 'a_b', unique: true })
      equal(await make(), 'a_b')
      equal(await make(), 'a_b')
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: 3_600 })
      const indexes = await collection.indexes()
      deepEqual(indexes.map(({ name }) => name).sort(), ['_id_', 'a_b', 'at_1'])
      ok(indexes.some((index) => index.name === 'a_b' && index.unique))
      ok(indexes.some((index) => index.name === 'at_1' && index.expireAfterSeconds === 3_600))
      await collection.dropIndex('a_b')
      equal((await collection.indexes()).length, 2)
      await rejects(collection.dropIndex('nowhere'), { code: 27 })
    },
  },
  {
    name: 'the first inserts and the first index of a collection may come at once',
    run: async ({ db }) => {
      const collection = db.collection('concurrent')
      const inserts = Array.from({ length: 8 }, (_, a) => collection.insertOne({ a }))
      await Promise.all([...inserts, collection.createIndex({ a: 1 }), collection.createIndex({ b: 1 })])
      equal(await collection.countDocuments(), 8)
      equal((await collection.indexes()).length, 3)
    },
  },
  {
    name: 'a sort with a limit on an index reads that index',
    run: async ({ db }) => {
      const collection = db.collection('plan')
      await collection.createIndex({ patient: 1, at: -1 })
      await collection.insertMany(Array.from({ length: 500 }, (_, at) => ({ patient: at % 5, at })))
      const plan = await collection.find({ patient: 1 }).sort({ at: -1 }).limit(5).explain()
      ok(JSON.stringify(plan).includes('IXSCAN'), 'no IXSCAN in the plan')
    },
  },
  {
    name: 'a view, a validator and a rename work',
    run: async ({ db }) => {
      const validator = { $jsonSchema: { bsonType: 'object', required: ['a'] } }
      const collection = await db.createCollection('strict', { validator })
      await collection.insertOne({ a: 1 })
      await rejects(collection.insertOne({ b: 1 }), { code: 121 })
      await db.createCollection('seen', { viewOn: 'strict', pipeline: [{ $project: { _id: 0, a: 1 } }] })
      deepEqual(await db.collection('seen').find().toArray(), [{ a: 1 }])
      await db.collection('seen').drop()
      await collection.rename('renamed')
      deepEqual(
        (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
        ['renamed'],
      )
    },
  },
  {
    name: 'an unknown command and an unknown operator are errors with their codes',
    run: async ({ db }) => {
      await rejects(db.command({ noSuchCommand: 1 }), { code: 59 })
      await db.collection('errors').insertOne({ a: 1 })
      await rejects(
        db
          .collection('errors')
          .find({ a: { $noSuch: 1 } })
          .toArray(),
        { code: 2 },
      )
      await rejects(db.collection('errors').updateOne({}, { $set: { _id: 5 } }), { code: 66 })
    },
  },
]

import { deepEqual, equal, ok } from 'node:assert/strict'
import { mongo } from 'mongoose'
import type { Check } from '../check'

interface DuplicateKey {
  readonly code: number
  readonly keyPattern?: unknown
  readonly keyValue?: unknown
}

async function errorOf(work: Promise<unknown>): Promise<DuplicateKey & Error> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  ok(error instanceof Error, 'expected an error')
  return error as DuplicateKey & Error
}

function fields({ code, keyPattern, keyValue }: DuplicateKey): unknown {
  return { code, keyPattern, keyValue }
}

/** Duplicate keys, which the product's idempotence stands on. */
export const uniqueKeyChecks: readonly Check[] = [
  {
    name: 'a duplicate _id is error 11000 with its key',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: string }>('ids')
      await collection.insertOne({ _id: 'x' })
      const error = await errorOf(collection.insertOne({ _id: 'x' }))
      deepEqual(fields(error), { code: 11000, keyPattern: { _id: 1 }, keyValue: { _id: 'x' } })
      ok(error.message.startsWith('E11000'))
    },
  },
  {
    name: 'a duplicate of a compound unique index names pattern and value, also of nested fields',
    run: async ({ db }) => {
      const collection = db.collection('compound')
      await collection.createIndex({ 'to.patient': 1, day: -1 }, { unique: true })
      await collection.insertOne({ to: { patient: 'p' }, day: 3 })
      const error = await errorOf(collection.insertOne({ to: { patient: 'p' }, day: 3 }))
      deepEqual(fields(error), {
        code: 11000,
        keyPattern: { 'to.patient': 1, day: -1 },
        keyValue: { 'to.patient': 'p', day: 3 },
      })
      await collection.insertOne({ to: { patient: 'p' }, day: 4 })
    },
  },
  {
    name: 'an update and findOneAndUpdate into a taken key fail with 11000 and its key',
    run: async ({ db }) => {
      const collection = db.collection('updates')
      await collection.createIndex({ a: 1 }, { unique: true })
      await collection.insertMany([{ a: 1 }, { a: 2 }])
      const expected = { code: 11000, keyPattern: { a: 1 }, keyValue: { a: 1 } }
      deepEqual(fields(await errorOf(collection.updateOne({ a: 2 }, { $set: { a: 1 } }))), expected)
      deepEqual(fields(await errorOf(collection.findOneAndUpdate({ a: 2 }, { $set: { a: 1 } }))), expected)
      equal(await collection.countDocuments({ a: 1 }), 1)
    },
  },
  {
    name: 'a partial unique index binds only what it covers',
    run: async ({ db }) => {
      const collection = db.collection('partial')
      await collection.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { open: true } })
      await collection.insertMany([
        { a: 1, open: false },
        { a: 1, open: false },
        { a: 1, open: true },
      ])
      equal((await errorOf(collection.insertOne({ a: 1, open: true }))).code, 11000)
    },
  },
  {
    name: 'an unordered insertMany stores everything but the duplicates and tells which they were',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: number }>('unordered')
      await collection.insertOne({ _id: 2 })
      const error = await errorOf(
        collection.insertMany(
          [1, 2, 3].map((_id) => ({ _id })),
          { ordered: false },
        ),
      )
      ok(error instanceof mongo.MongoBulkWriteError)
      const failed = [error.writeErrors].flat().map(({ index, code }) => ({ index, code }))
      deepEqual(failed, [{ index: 1, code: 11000 }])
      deepEqual(
        (await collection.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
        [1, 2, 3],
      )
    },
  },
  {
    name: 'an ordered insertMany stops at the duplicate',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: number }>('ordered')
      await collection.insertOne({ _id: 2 })
      equal((await errorOf(collection.insertMany([1, 2, 3].map((_id) => ({ _id }))))).code, 11000)
      equal(await collection.countDocuments({ _id: { $in: [1, 3] } }), 1)
    },
  },
  {
    name: 'of many who insert the same key at once one succeeds',
    run: async ({ db }) => {
      const collection = db.collection('race')
      await collection.createIndex({ key: 1 }, { unique: true })
      const tries = await Promise.allSettled(Array.from({ length: 16 }, () => collection.insertOne({ key: 'k' })))
      equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
      const codes = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as DuplicateKey).code] : []))
      deepEqual([...new Set(codes)], [11000])
    },
  },
  {
    name: 'many upserts of one key at once count every one of them',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: string; n: number }>('upserts')
      const once = async (): Promise<void> => {
        const add = () => collection.updateOne({ _id: 'k' }, { $inc: { n: 1 } }, { upsert: true })
        await add().catch((error: unknown) => {
          if ((error as DuplicateKey).code !== 11000) throw error
          return add()
        })
      }
      await Promise.all(Array.from({ length: 16 }, once))
      equal((await collection.findOne())?.n, 16)
    },
  },
]

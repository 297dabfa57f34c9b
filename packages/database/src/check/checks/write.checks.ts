import { deepEqual, equal, ok } from 'node:assert/strict'
import { mongo } from 'mongoose'
import type { Check } from '../check'

/** Single writes and reads: what is stored is what was given. */
export const writeChecks: readonly Check[] = [
  {
    name: 'a document comes back with every type as it was stored',
    run: async ({ db }) => {
      const { Decimal128, Long, ObjectId, Binary, UUID } = mongo.BSON
      const stored = {
        _id: new ObjectId(),
        text: '随行 ✓ 𠀀',
        whole: 3,
        fraction: 5.55,
        big: Long.fromString('9007199254740993'),
        exact: Decimal128.fromString('13.90'),
        at: new Date('2026-03-29T01:30:00.123Z'),
        none: null,
        yes: true,
        bytes: new Binary(Buffer.from([0, 1, 255])),
        id: new UUID('0190163d-8694-739b-aea5-966c26f8ad91'),
        list: [1, 'two', { three: [] }],
        nested: { a: { b: {} } },
      }
      const collection = db.collection('types')
      await collection.insertOne(stored)
      const found = await collection.findOne({ _id: stored._id }, { promoteValues: true, promoteLongs: false })
      deepEqual(
        mongo.BSON.EJSON.stringify(found, { relaxed: false }),
        mongo.BSON.EJSON.stringify(stored, { relaxed: false }),
      )
    },
  },
  {
    name: 'an update reports what it matched and changed',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: number; a: number; b?: number }>('updates')
      await collection.insertMany([1, 2, 3].map((n) => ({ _id: n, a: n })))
      const changed = await collection.updateMany({ a: { $gte: 2 } }, { $inc: { a: 10 }, $set: { b: 1 } })
      deepEqual([changed.matchedCount, changed.modifiedCount], [2, 2])
      const same = await collection.updateOne({ _id: 2 }, { $set: { b: 1 } })
      deepEqual([same.matchedCount, same.modifiedCount], [1, 0])
      deepEqual(
        (await collection.find().sort({ _id: 1 }).toArray()).map(({ a }) => a),
        [1, 12, 13],
      )
    },
  },
  {
    name: 'an upsert inserts once and tells the new id',
    run: async ({ db }) => {
      const collection = db.collection('upserts')
      const first = await collection.updateOne(
        { key: 'k' },
        { $inc: { n: 1 }, $setOnInsert: { at: 1 } },
        { upsert: true },
      )
      const second = await collection.updateOne(
        { key: 'k' },
        { $inc: { n: 1 }, $setOnInsert: { at: 2 } },
        { upsert: true },
      )
      ok(first.upsertedId)
      equal(second.upsertedId, null)
      deepEqual(await collection.find({}, { projection: { _id: 0 } }).toArray(), [{ key: 'k', n: 2, at: 1 }])
    },
  },
  {
    name: 'array filters, positional updates and pipeline updates change what they name',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: number; list: { k: string; n: number }[]; sum?: number }>('arrays')
      await collection.insertOne({
        _id: 1,
        list: [
          { k: 'a', n: 1 },
          { k: 'b', n: 5 },
        ],
      })
      await collection.updateOne(
        { _id: 1 },
        { $set: { 'list.$[big].n': 50 } },
        { arrayFilters: [{ 'big.n': { $gt: 3 } }] },
      )
      await collection.updateOne({ _id: 1, 'list.k': 'a' }, { $inc: { 'list.$.n': 1 } })
      await collection.updateOne({ _id: 1 }, [{ $set: { sum: { $sum: '$list.n' } } }])
      deepEqual(await collection.findOne(), {
        _id: 1,
        list: [
          { k: 'a', n: 2 },
          { k: 'b', n: 50 },
        ],
        sum: 52,
      })
    },
  },
  {
    name: 'a conditional update lets one of many through',
    run: async ({ db }) => {
      const collection = db.collection<{ _id: string; left: number }>('budget')
      await collection.insertOne({ _id: 'budget', left: 3 })
      const take = () => collection.updateOne({ _id: 'budget', left: { $gt: 0 } }, { $inc: { left: -1 } })
      const taken = await Promise.all(Array.from({ length: 12 }, take))
      equal(taken.filter(({ modifiedCount }) => modifiedCount === 1).length, 3)
      equal((await collection.findOne())?.left, 0)
    },
  },
  {
    name: 'deleteOne takes one, deleteMany all that match',
    run: async ({ db }) => {
      const collection = db.collection('deletes')
      await collection.insertMany([1, 1, 1, 2].map((a) => ({ a })))
      equal((await collection.deleteOne({ a: 1 })).deletedCount, 1)
      equal((await collection.deleteMany({ a: 1 })).deletedCount, 2)
      equal(await collection.countDocuments(), 1)
    },
  },
  {
    name: 'a field named like an operator is stored as it is',
    run: async ({ db }) => {
      const collection = db.collection<mongo.BSON.Document>('rules')
      const rule = { $dateTrunc: { date: '$at', unit: 'day' }, stages: [{ $bucket: { groupBy: '$a' } }] }
      await collection.insertOne({ _id: 1 as never, rule })
      deepEqual((await collection.findOne({}))?.['rule'], rule)
    },
  },
  {
    name: 'a document of 12 MB is stored and read',
    run: async ({ db }) => {
      const text = '随'.repeat(4_000_000)
      await db.collection('large').insertOne({ text })
      equal((await db.collection('large').findOne())?.['text'], text)
    },
  },
]

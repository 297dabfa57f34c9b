import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { mongo } from 'mongoose'
import type { Check } from '../check'

/** Transactions over several documents. */
export const transactionChecks: readonly Check[] = [
  {
    name: 'a transaction is seen by others only once it is committed',
    needs: 'transactions',
    run: async ({ client, db }) => {
      const collection = db.collection('commit')
      await collection.insertOne({ a: 0 })
      await client.withSession(async (session) => {
        session.startTransaction()
        await collection.insertOne({ a: 1 }, { session })
        equal(await collection.countDocuments({}, { session }), 2)
        equal(await collection.countDocuments(), 1)
        await session.commitTransaction()
      })
      equal(await collection.countDocuments(), 2)
    },
  },
  {
    name: 'an aborted transaction leaves nothing behind',
    needs: 'transactions',
    run: async ({ client, db }) => {
      const collection = db.collection('abort')
      await collection.insertOne({ a: 0 })
      await client.withSession(async (session) => {
        session.startTransaction()
        await collection.insertOne({ a: 1 }, { session })
        await collection.updateMany({}, { $set: { b: 1 } }, { session })
        await session.abortTransaction()
      })
      deepEqual(await collection.find({}, { projection: { _id: 0 } }).toArray(), [{ a: 0 }])
    },
  },
  {
    name: 'an error rolls the transaction back, and what comes after it is refused',
    needs: 'transactions',
    run: async ({ client, db }) => {
      const collection = db.collection<{ _id: number }>('errors')
      await collection.insertOne({ _id: 1 })
      await client.withSession(async (session) => {
        session.startTransaction()
        await collection.insertOne({ _id: 2 }, { session })
        await rejects(collection.insertOne({ _id: 1 }, { session }), { code: 11000 })
        await rejects(collection.insertOne({ _id: 3 }, { session }), { code: 251 })
        await session.abortTransaction()
      })
      equal(await collection.countDocuments(), 1)
    },
  },
  {
    name: 'two transactions that write one document conflict, and the loser may try again',
    needs: 'transactions',
    run: async ({ client, db }) => {
      const collection = db.collection<{ _id: number; by: string }>('conflict')
      await collection.insertOne({ _id: 1, by: '' })
      const first = client.startSession()
      const second = client.startSession()
      try {
        first.startTransaction()
        second.startTransaction()
        await collection.findOne({}, { session: second })
        await collection.updateOne({ _id: 1 }, { $set: { by: 'first' } }, { session: first })
        await first.commitTransaction()
        const late = collection.updateOne({ _id: 1 }, { $set: { by: 'second' } }, { session: second })
        await rejects(late, (error) => {
          ok(error instanceof mongo.MongoServerError)
          return error.code === 112 && error.hasErrorLabel('TransientTransactionError')
        })
        await second.abortTransaction()
      } finally {
        await first.endSession()
        await second.endSession()
      }
      equal((await collection.findOne())?.by, 'first')
    },
  },
  {
    name: 'transfers by eight workers in transactions keep the sum',
    needs: 'transactions',
    run: async ({ client, db }) => {
      const collection = db.collection<{ _id: number; amount: number }>('accounts')
      await collection.insertMany(Array.from({ length: 6 }, (_, _id) => ({ _id, amount: 100 })))
      const work = async (worker: number): Promise<void> => {
        for (let round = 0; round < 5; round++) {
          const from = (worker + round) % 6
          await client.withSession((session) =>
            session.withTransaction(async () => {
              await collection.updateOne({ _id: from }, { $inc: { amount: -7 } }, { session })
              await collection.updateOne({ _id: (from + 1 + (worker % 4)) % 6 }, { $inc: { amount: 7 } }, { session })
            }),
          )
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, worker) => work(worker)))
      const amounts = (await collection.find().toArray()).map(({ amount }) => amount)
      equal(
        amounts.reduce((sum, amount) => sum + amount, 0),
        600,
      )
      ok(amounts.some((amount) => amount !== 100))
    },
  },
]

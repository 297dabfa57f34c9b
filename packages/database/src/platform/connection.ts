import mongoose from 'mongoose'
import type { Connection } from 'mongoose'

/** Settings that make a wrong query an error instead of a silent full answer. */
const settings = { autoIndex: false, autoCreate: false, maxPoolSize: 20, serverSelectionTimeoutMS: 5_000 }

/** Opens one connection pool. Rejects within 5 s when nothing answers. */
export async function connect(uri: string, databaseName: string): Promise<Connection> {
  mongoose.set('strictQuery', 'throw')
  return mongoose.createConnection(uri, { ...settings, dbName: databaseName }).asPromise()
}

import { mongo } from 'mongoose'

/** Whether a MongoDB answers a ping at the URI within the time. */
export async function answers(uri: string, milliseconds: number): Promise<boolean> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: milliseconds, connectTimeoutMS: milliseconds })
  try {
    await client.db('admin').command({ ping: 1 })
    return true
  } catch {
    return false
  } finally {
    await client.close()
  }
}

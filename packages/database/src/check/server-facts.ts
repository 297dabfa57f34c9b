import type { mongo } from 'mongoose'
import type { ServerFacts } from './check'

/** Asks the server what it is. */
export async function serverFacts(client: mongo.MongoClient): Promise<ServerFacts> {
  const admin = client.db('admin')
  const hello = await admin.command({ hello: 1 })
  const build = await admin.command({ buildInfo: 1 })
  const isDocumentDb = build['gitVersion'] === 'documentdb'
  const supported = isDocumentDb || hello['setName'] !== undefined || hello['msg'] === 'isdbgrid'
  const version = isDocumentDb ? `DocumentDB, as MongoDB ${build['version']}` : `MongoDB ${build['version']}`
  return { version, transactions: supported ? 'supported' : 'unsupported' }
}

import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { prepareCollections, repositories } from '../repositories'
import type { Repositories } from '../repositories'
import { connect } from './connection'

/** A database of one test file's own on the server that tests share. */
export interface OwnDatabase {
  readonly uri: string
  readonly connection: Connection
  readonly repositories: Repositories
  /** Drops the database and lets go of the server. */
  close(): Promise<void>
}

/** @throws Error when MONGODB_URI is not set: tests never start nor guess a server of their own here */
export async function ownDatabase(): Promise<OwnDatabase> {
  const uri = process.env['MONGODB_URI']
  if (!uri) throw new Error('MONGODB_URI is not set: run tests through npm test')
  const connection = await connect(uri, `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`)
  await prepareCollections(connection)
  return {
    uri,
    connection,
    repositories: repositories(connection),
    async close() {
      await connection.dropDatabase()
      await connection.close()
    },
  }
}

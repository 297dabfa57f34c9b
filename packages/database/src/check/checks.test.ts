import { mongo } from 'mongoose'
import type { DatabaseServer } from '../server'
import { testDatabase } from '../server/test-database'
import { ALL_CHECKS } from './all-checks'
import type { ServerFacts } from './check'
import { runCheck } from './run-checks'
import { serverFacts } from './server-facts'

/** The first start on a machine may fetch the server. */
const START_MILLISECONDS = 600_000

describe('the database', () => {
  let database: DatabaseServer
  let client: mongo.MongoClient
  let server: ServerFacts

  beforeAll(async () => {
    database = await testDatabase()
    client = new mongo.MongoClient(database.uri)
    server = await serverFacts(client)
  }, START_MILLISECONDS)
  afterAll(async () => {
    await client?.close()
    await database?.stop()
  }, 60_000)

  it.each(ALL_CHECKS.map((check) => [check.name, check] as const))(
    '%s',
    async (_name, check) => {
      const outcome = await runCheck(client, server, check)
      if (outcome.kind === 'failed') throw new Error(outcome.why)
      if (outcome.kind === 'skipped') expect(check.needs).toBeDefined()
    },
    60_000,
  )
})

describe('the checks', () => {
  it('have names of their own', () => {
    expect(new Set(ALL_CHECKS.map(({ name }) => name)).size).toBe(ALL_CHECKS.length)
  })
})

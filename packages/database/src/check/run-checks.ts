import { randomUUID } from 'node:crypto'
import { mongo } from 'mongoose'
import type { Check, CheckContext, ServerFacts } from './check'
import { serverFacts } from './server-facts'

export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'skipped'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }

/** Runs each check in a database of its own and reports as it goes. */
export async function runChecks(
  uri: string,
  checks: readonly Check[],
  report: (check: Check, outcome: Outcome) => void,
): Promise<ServerFacts> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000 })
  try {
    const server = await serverFacts(client)
    for (const check of checks) report(check, await runCheck(client, server, check))
    return server
  } finally {
    await client.close()
  }
}

/** Runs one check. */
export async function runCheck(client: mongo.MongoClient, server: ServerFacts, check: Check): Promise<Outcome> {
  if (check.needs === 'transactions' && server.transactions === 'unsupported') {
    return { kind: 'skipped', why: 'a standalone mongod has no transactions' }
  }
  const db = client.db(`check-${randomUUID()}`)
  const context: CheckContext = { client, db, server }
  try {
    await check.run(context)
    return { kind: 'passed' }
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
  } finally {
    await db.dropDatabase().catch(() => undefined)
  }
}

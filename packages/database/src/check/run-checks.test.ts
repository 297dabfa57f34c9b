import type { mongo } from 'mongoose'
import type { Check, ServerFacts } from './check'
import { runCheck } from './run-checks'

describe('runCheck', () => {
  const dropped: string[] = []
  const db = (name: string) => ({ databaseName: name, dropDatabase: () => Promise.resolve(dropped.push(name) > 0) })
  const client = { db } as unknown as mongo.MongoClient
  const server: ServerFacts = { version: 'none', transactions: 'unsupported' }
  const check = (run: Check['run']): Check => ({ name: 'x', run })

  it('passes, fails with the reason, and drops the database of the check either way', async () => {
    const names: string[] = []
    const passing = check(({ db: own }) => Promise.resolve(void names.push(own.databaseName)))
    await expect(runCheck(client, server, passing)).resolves.toEqual({ kind: 'passed' })
    const failing = check(() => Promise.reject(new Error('no order')))
    await expect(runCheck(client, server, failing)).resolves.toEqual({ kind: 'failed', why: 'no order' })
    expect(dropped).toHaveLength(2)
    expect(dropped[0]).toBe(names[0])
  })

  it('skips what needs transactions where there are none', async () => {
    const run = jest.fn()
    const outcome = await runCheck(client, server, { name: 'x', needs: 'transactions', run })
    expect(outcome.kind).toBe('skipped')
    expect(run).not.toHaveBeenCalled()
  })
})

import { chooseRoute, type Route, type RouteAnswer } from './choose-route'
import { DatabaseError } from './database-error'
import type { DatabaseKind } from './database-server'

const stop = (): Promise<void> => Promise.resolve()
const passing = (kind: DatabaseKind, why: string): Route => ({
  kind,
  name: kind,
  start: () => Promise.resolve({ kind: 'passed', why }),
})
const starting = (kind: DatabaseKind, label: string): Route => ({
  kind,
  name: kind,
  start: () => Promise.resolve({ kind: 'started', server: { uri: `mongodb://${kind}`, label, stop } }),
})
const failing = (kind: DatabaseKind, error: Error): Route => ({ kind, name: kind, start: () => Promise.reject(error) })
const untouched = (kind: DatabaseKind): Route => ({
  kind,
  name: kind,
  start: (): Promise<RouteAnswer> => Promise.reject(new DatabaseError('state_in_use', 'must not be tried', '')),
})

describe('chooseRoute', () => {
  it('takes the first that works and tries none behind it', async () => {
    const lines: string[] = []
    const chosen = await chooseRoute([starting('uri', 'MONGODB_URI'), untouched('mongod')], (line) => lines.push(line))
    expect(chosen).toMatchObject({ kind: 'uri', uri: 'mongodb://uri' })
    expect(lines).toEqual(['database: MONGODB_URI (first choice)'])
  })

  it('says in one line which was taken and why the others were not', async () => {
    const lines: string[] = []
    const routes = [
      passing('uri', 'no MONGODB_URI'),
      passing('mongod', 'no mongod on PATH'),
      passing('mongod-download', 'download refused'),
      starting('documentdb', 'DocumentDB on PostgreSQL 18'),
    ]
    const chosen = await chooseRoute(routes, (line) => lines.push(line))
    expect(chosen.kind).toBe('documentdb')
    expect(chosen.why).toBe('no MONGODB_URI, no mongod on PATH, download refused')
    expect(lines).toEqual([
      'database: DocumentDB on PostgreSQL 18 (no MONGODB_URI, no mongod on PATH, download refused)',
    ])
  })

  it('goes on after a route that fails, with its message as the reason', async () => {
    const routes = [failing('mongod', new Error('exit code 14')), starting('documentdb', 'DocumentDB')]
    const chosen = await chooseRoute(routes, () => undefined)
    expect(chosen.why).toBe('mongod failed: exit code 14')
  })

  it.each(['uri_unreachable', 'state_in_use', 'data_version'] as const)(
    'ends at %s, which a person must settle',
    async (code) => {
      const routes = [failing('uri', new DatabaseError(code, 'm', 'h')), starting('documentdb', 'DocumentDB')]
      await expect(chooseRoute(routes, () => undefined)).rejects.toMatchObject({ code })
    },
  )

  it('fails with every reason and a hint when none works', async () => {
    const routes = [passing('mongod', 'no mongod on PATH'), failing('documentdb', new Error('no mirror'))]
    await expect(chooseRoute(routes, () => undefined)).rejects.toMatchObject({
      code: 'no_database',
      message: 'no database: no mongod on PATH, documentdb failed: no mirror',
      hint: expect.stringContaining('MONGODB_URI'),
    })
  })
})

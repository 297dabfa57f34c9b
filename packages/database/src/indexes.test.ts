import mongoose from 'mongoose'
import type { Connection, mongo } from 'mongoose'
import { missesIndex } from './platform/explain-uses-index'
import type { KeyPatterns } from './platform/explain-uses-index'
import { givesOrder } from './platform/gives-order'
import { ownDatabase } from './platform/own-database'
import type { OwnDatabase } from './platform/own-database'
import { collections, repositories } from './repositories'
import type { Repositories } from './repositories'
import { GROWN, grownRows } from './testdata/grown-rows'
import { productCalls, small } from './testdata/product-calls'

type Document = mongo.BSON.Document
interface Query {
  readonly collection: string
  readonly filter: Document
  readonly sort?: Document
  readonly limit?: number
}

/** The driver keeps a sort as a map, whose entries a plain look would not see. */
const plain = (sort: unknown): Document => (sort instanceof Map ? Object.fromEntries(sort) : (sort as Document))

/** What a command of the driver looks for, as filters. */
function queriesOf(command: Document): Query[] {
  const [name = ''] = Object.keys(command)
  const collection = String(command[name])
  switch (name) {
    case 'find':
      return [
        {
          collection,
          filter: command['filter'] as Document,
          ...(command['sort'] ? { sort: plain(command['sort']) } : {}),
          ...(command['limit'] ? { limit: Number(command['limit']) } : {}),
        },
      ]
    case 'findAndModify':
      return [
        {
          collection,
          filter: command['query'] as Document,
          ...(command['sort'] ? { sort: plain(command['sort']) } : {}),
          limit: 1,
        },
      ]
    case 'aggregate': {
      const [first] = command['pipeline'] as Document[]
      return [{ collection, filter: (first?.['$match'] as Document | undefined) ?? {} }]
    }
    case 'count':
    case 'distinct':
      return [{ collection, filter: (command['query'] as Document | undefined) ?? {} }]
    case 'update':
      return (command['updates'] as Document[]).map(({ q }) => ({ collection, filter: q as Document }))
    case 'delete':
      return (command['deletes'] as Document[]).map(({ q }) => ({ collection, filter: q as Document }))
    default:
      return []
  }
}

describe('every query on a growing collection', () => {
  const growing = new Set(collections.filter((one) => one.growing).map(({ name }) => name))
  const methods = Object.entries(productCalls).flatMap(([repository, own]) =>
    Object.entries(own).map(([method, call]) => ({ repository, method, call: call as (of: unknown) => unknown })),
  )
  let database: OwnDatabase
  let watched: Connection
  let seen: Query[] = []

  beforeAll(async () => {
    database = await ownDatabase()
    for (const [name, row] of Object.entries(grownRows))
      await database.connection.collection(name).insertMany(Array.from({ length: GROWN }, (_, n) => row(n)) as never)
    const options = { dbName: database.connection.name, autoIndex: false, autoCreate: false, monitorCommands: true }
    watched = await mongoose.createConnection(database.uri, options).asPromise()
    watched.getClient().on('commandStarted', ({ command }) => seen.push(...queriesOf(command as Document)))
  }, 120_000)
  afterAll(async () => {
    await watched?.close()
    await database?.close()
  }, 30_000)

  async function patternsOf(collection: string): Promise<KeyPatterns> {
    const made = await database.connection.collection(collection).indexes()
    return Object.fromEntries(made.map(({ name, key }) => [name, key]))
  }

  async function explain({ collection, ...query }: Query): Promise<string | null> {
    const patterns = await patternsOf(collection)
    const command = { explain: { find: collection, ...query }, verbosity: 'queryPlanner' }
    const explained = await (database.connection.db as NonNullable<Connection['db']>).command(command)
    return missesIndex(explained, query.filter, patterns)
  }

  /** Asks until the server has counted the rows that were just written; DocumentDB does within two seconds. */
  async function settled(query: Query, wanted: (why: string | null) => boolean): Promise<string | null> {
    const end = Date.now() + 15_000
    for (;;) {
      const why = await explain(query)
      if (wanted(why) || Date.now() > end) return why
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  it('is seeded, all of them', () => {
    expect(Object.keys(grownRows).sort()).toEqual([...growing].sort())
  })
  it('is asked here: no method is left out', () => {
    for (const [name, repository] of Object.entries(database.repositories)) {
      const asked = [
        ...Object.keys(productCalls[name as keyof Repositories] ?? {}),
        ...(small[name as keyof Repositories] ?? []),
      ]
      expect({ name, methods: asked.sort() }).toEqual({ name, methods: Object.keys(repository).sort() })
    }
  })

  it.each(methods.map((one) => [`${one.repository}.${one.method}`, one] as const))(
    '%s uses an index, and its order where it takes the first few',
    async (_name, { repository, call }) => {
      const own = repositories(watched)[repository as keyof Repositories]
      seen = []
      await call(own)
      const asked = seen.filter(({ collection }) => growing.has(collection))
      for (const query of asked) {
        const why = await settled(query, (answer) => answer === null)
        expect({ query, why }).toEqual({ query, why: null })
        const { collection, filter, sort, limit } = query
        const isOrdered = !sort || !limit || givesOrder(filter, sort, await patternsOf(collection))
        expect({ query, isOrdered }).toEqual({ query, isOrdered: true })
      }
    },
    40_000,
  )

  it('is found out when its index is gone', async () => {
    const query = { collection: 'touchpoints', filter: { patientId: 'p1' }, sort: { due: 1 } }
    expect(await explain(query)).toBeNull()
    await database.connection.collection('touchpoints').dropIndex('patientId_1_due_1')
    expect(await settled(query, (answer) => answer !== null)).toMatch(/whole collection|end to end/)
  }, 40_000)
})

import { collections, prepareCollections } from './repositories'
import { connect } from './platform/connection'
import { modelOf } from './platform/define-model'
import type { CollectionDeclaration } from './platform/define-model'
import { ownDatabase } from './platform/own-database'
import type { OwnDatabase } from './platform/own-database'
import { isDuplicateKey } from './platform/duplicate-key'

describe('prepareCollections', () => {
  let database: OwnDatabase
  beforeAll(async () => {
    database = await ownDatabase()
  }, 60_000)
  afterAll(() => database?.close())

  it('makes every collection with its indexes', async () => {
    for (const { name, indexes } of collections) {
      const made = await database.connection.collection(name).indexes()
      const expected = [{ _id: 1 }, ...indexes.map(([keys]) => keys)]
      expect({ name, keys: made.map(({ key }) => JSON.stringify(key)).sort() }).toEqual({
        name,
        keys: expected.map((keys) => JSON.stringify(keys)).sort(),
      })
    }
  })
  it('may be run again, and by several instances at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => connect(database.uri, database.connection.name)))
    await Promise.all(others.map((connection) => prepareCollections(connection)))
    await Promise.all(others.map((connection) => connection.close()))
    const names = (await database.connection.listCollections()).map(({ name }) => name).sort()
    expect(names).toEqual(collections.map(({ name }) => name).sort())
  }, 60_000)
  it('names every collection once', () => {
    expect(new Set(collections.map(({ name }) => name)).size).toBe(collections.length)
  })
})

describe('a collection', () => {
  let database: OwnDatabase
  const small: CollectionDeclaration<{ _id: string; name: string }> = {
    name: 'patients',
    growing: true,
    fields: {},
    indexes: [],
  }
  beforeAll(async () => {
    database = await ownDatabase()
  }, 60_000)
  afterAll(() => database?.close())

  it('has one model a connection', () => {
    expect(modelOf(database.connection, small)).toBe(modelOf(database.connection, small))
  })
  it('refuses a field that was not declared, in documents and in queries', async () => {
    const model = modelOf<{ _id: string; stranger?: string }>(database.connection, small as never)
    await expect(model.create({ _id: 'x', stranger: 'y' })).rejects.toThrow(/stranger/)
    await expect(model.find({ stranger: 'y' }).exec()).rejects.toThrow(/stranger/)
  })
})

describe('isDuplicateKey', () => {
  it.each([
    [{ code: 11000 }, true],
    [{ code: 11001 }, false],
    [new Error('E11000'), false],
    [null, false],
    [undefined, false],
  ])('%p: %s', (error, expected) => {
    expect(isDuplicateKey(error)).toBe(expected)
  })
})

describe('connect', () => {
  it('gives up where nothing answers', async () => {
    await expect(connect('mongodb://127.0.0.1:9/', 'x')).rejects.toMatchObject({ name: 'MongooseServerSelectionError' })
  }, 20_000)
})

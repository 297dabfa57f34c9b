import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'

const at = '2026-11-23T02:00:00.000Z'

describe('welcomes', () => {
  let database: OwnDatabase
  beforeAll(async () => {
    database = await ownDatabase()
  }, 60_000)
  afterAll(() => database?.close())

  it('are tried once per code and settled once', async () => {
    const { welcomes } = database.repositories
    expect(await welcomes.byId('code')).toBeNull()
    await welcomes.trying('code', 'e1', at)
    await welcomes.trying('code', 'e2', '2026-11-23T03:00:00.000Z')
    expect(await welcomes.byId('code')).toEqual({ _id: 'code', enrolmentId: 'e1', state: 'trying', at, why: null })
    await welcomes.settle('code', 'sent', null)
    await welcomes.settle('code', 'not-sent', '41051')
    expect(await welcomes.byId('code')).toMatchObject({ state: 'sent', why: null })
    await welcomes.trying('code', 'e1', at)
    expect(await welcomes.byId('code')).toMatchObject({ state: 'sent' })
  })
})

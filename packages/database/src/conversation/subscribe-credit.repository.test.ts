import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { SubscribeCreditRepository } from './subscribe-credit.repository'

describe('credits of subscribe messages', () => {
  let database: OwnDatabase
  let credits: SubscribeCreditRepository
  const accept = async (times: number, openid = 'o1', patient = 'p'): Promise<void> => {
    for (let n = 0; n < times; n += 1) await credits.accepted(patient, openid, 't')
  }
  const reserveMany = (attempts: readonly string[]) =>
    Promise.all(attempts.map((attempt) => credits.reserve('p', 't', attempt)))

  beforeAll(async () => {
    database = await ownDatabase()
    credits = database.repositories.subscribeCredits
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection('subscribecredits').deleteMany({})
  })
  afterAll(() => database?.close())

  it('of five are spent five times by twenty at once', async () => {
    await accept(5)
    const taken = await reserveMany(Array.from({ length: 20 }, (_, n) => `a${n}`))
    expect(taken.filter((row) => row !== null)).toHaveLength(5)
    expect(await credits.left('p', 't')).toBe(0)
  })

  it('are spent once by one attempt, one after another and at once', async () => {
    await accept(5)
    expect(await credits.reserve('p', 't', 'a')).toMatchObject({ openid: 'o1', left: 4 })
    expect(await credits.reserve('p', 't', 'a')).toMatchObject({ openid: 'o1', left: 4 })
    const taken = await reserveMany(Array.from({ length: 12 }, () => 'b'))
    expect(taken.every((row) => row?.openid === 'o1')).toBe(true)
    expect(await credits.left('p', 't')).toBe(3)
  })

  it('that are gone still answer the attempt that took the last one', async () => {
    await accept(1)
    const taken = await reserveMany(Array.from({ length: 8 }, () => 'a'))
    expect(taken.every((row) => row !== null)).toBe(true)
    expect(await credits.reserve('p', 't', 'b')).toBeNull()
    expect(await credits.left('p', 't')).toBe(0)
  })

  it('grow with every accept, also the first ones at once, up to a bound', async () => {
    await Promise.all(Array.from({ length: 10 }, () => credits.accepted('p', 'o1', 't')))
    expect(await credits.left('p', 't')).toBe(10)
    await Promise.all(Array.from({ length: 45 }, () => credits.accepted('p', 'o1', 't')))
    expect(await credits.left('p', 't')).toBe(50)
  })

  it('of a template and a patient are their own', async () => {
    await accept(1)
    expect(await credits.left('p', 'other')).toBe(0)
    expect(await credits.left('q', 't')).toBe(0)
    expect(await credits.reserve('p', 'other', 'a')).toBeNull()
    expect(await credits.reserve('q', 't', 'a')).toBeNull()
  })

  it('of two WeChat users of one patient are spent together', async () => {
    await accept(1, 'o1')
    await accept(2, 'o2')
    expect(await credits.left('p', 't')).toBe(3)
    const taken = await reserveMany(['a', 'b', 'c', 'd'])
    expect(taken.filter((row) => row !== null).map((row) => row.openid)).toHaveLength(3)
    expect(await credits.left('p', 't')).toBe(0)
  })

  it('are none when WeChat says so, until the next accept', async () => {
    await accept(3)
    const taken = await credits.reserve('p', 't', 'a')
    await credits.none(taken?._id as string)
    expect(await credits.left('p', 't')).toBe(0)
    expect(await credits.reserve('p', 't', 'b')).toBeNull()
    await accept(1)
    expect(await credits.reserve('p', 't', 'b')).toMatchObject({ left: 0 })
  })
})

import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { KfAccountRow } from './kf-account.collection'
import type { KfAccountRepository } from './kf-account.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const REAL = 1_000_000
const LEASE = 60_000

describe('kf accounts', () => {
  let database: OwnDatabase
  let accounts: KfAccountRepository

  beforeAll(async () => {
    database = await ownDatabase()
    accounts = database.repositories.kfAccounts
  }, 60_000)
  beforeEach(async () => {
    await database.connection.collection('kfaccounts').deleteMany({})
    await accounts.save({ _id: 'wk1', programmeId: 'g', name: '小糖', nextPullAt: at(10) })
  })
  afterAll(() => database?.close())
  const claim = (minute: number, token = 'w', real = REAL): Promise<KfAccountRow | null> =>
    accounts.claim(at(minute), real, LEASE, token)

  it('are saved again without losing the cursor', async () => {
    await accounts.ring('wk1', 't', at(0))
    await accounts.advance((await claim(0)) as KfAccountRow, 'cursor-1')
    await accounts.save({ _id: 'wk1', programmeId: 'g', name: '糖糖', nextPullAt: at(99) })
    expect(await accounts.ofProgramme('g')).toMatchObject({ name: '糖糖', cursor: 'cursor-1', nextPullAt: at(10) })
  })
  it('are one a programme', async () => {
    await expect(accounts.save({ _id: 'wk2', programmeId: 'g', name: 'x', nextPullAt: at(0) })).rejects.toMatchObject({
      code: 11000,
    })
  })
  it('know no doorbell of a stranger', async () => {
    expect(await accounts.ring('stranger', 't', at(0))).toBe(false)
    expect(await accounts.byId('stranger')).toBeNull()
  })
  it('are not pulled without a doorbell before it is time', async () => {
    expect(await accounts.anyPending()).toBe(false)
    expect(await accounts.nextPullAt()).toBe(at(10))
    expect(await claim(9)).toBeNull()
    expect((await claim(10))?._id).toBe('wk1')
  })
  it('answer many doorbells by one pull, with the newest token', async () => {
    await Promise.all(['a', 'b', 'c'].map((token) => accounts.ring('wk1', token, at(1))))
    await accounts.ring('wk1', 'newest', at(2))
    const claimed = (await claim(2)) as KfAccountRow
    expect(claimed).toMatchObject({ token: 'newest', tokenAt: at(2), doorbells: 4 })
    expect(await claim(2, 'other')).toBeNull()
    await accounts.finish(claimed, at(12))
    expect(await accounts.byId('wk1')).toMatchObject({ pending: false, leaseToken: null, nextPullAt: at(12) })
    expect(await claim(11)).toBeNull()
  })
  it('are pulled again when a doorbell rang during the pull', async () => {
    await accounts.ring('wk1', 'a', at(1))
    const claimed = (await claim(1)) as KfAccountRow
    await accounts.ring('wk1', 'b', at(1))
    await accounts.finish(claimed, at(12))
    expect(await accounts.anyPending()).toBe(true)
    expect(await claim(2)).toMatchObject({ token: 'b' })
  })
  it('keep their doorbell when a pull fails', async () => {
    await accounts.ring('wk1', 'a', at(1))
    await accounts.fail((await claim(1)) as KfAccountRow)
    expect((await claim(1))?._id).toBe('wk1')
  })
  it('are passed over where a pull has failed just now', async () => {
    await accounts.save({ _id: 'wk2', programmeId: 'h', name: 'x', nextPullAt: at(0) })
    await accounts.ring('wk1', 'a', at(1))
    expect((await accounts.claim(at(1), REAL, LEASE, 'w', ['wk1']))?._id).toBe('wk2')
    expect(await accounts.claim(at(1), REAL, LEASE, 'w', ['wk1', 'wk2'])).toBeNull()
  })
  it('remember what they failed at until the cursor has passed it', async () => {
    await accounts.ring('wk1', 'a', at(1))
    const first = (await claim(1)) as KfAccountRow
    expect(first.trouble).toBeNull()
    await accounts.troubled(first, { msgid: 'm', tries: 1 })
    await accounts.fail(first)
    const second = (await claim(1, 'v')) as KfAccountRow
    expect(second.trouble).toEqual({ msgid: 'm', tries: 1 })
    await accounts.troubled(first, { msgid: 'stale', tries: 9 })
    expect((await accounts.byId('wk1'))?.trouble).toEqual({ msgid: 'm', tries: 1 })
    await accounts.advance(second, 'cursor-2')
    expect((await accounts.byId('wk1'))?.trouble).toBeNull()
  })
  it('let a puller that lost its lease move nothing', async () => {
    await accounts.ring('wk1', 'a', at(1))
    const lost = (await claim(1)) as KfAccountRow
    const taken = (await claim(1, 'other', REAL + LEASE + 1)) as KfAccountRow
    expect(await accounts.advance(lost, 'stale')).toBe(false)
    await accounts.finish(lost, at(99))
    await accounts.fail(lost)
    expect(await accounts.byId('wk1')).toMatchObject({ cursor: '', pending: true, leaseToken: 'other' })
    expect(await accounts.advance(taken, 'cursor-1')).toBe(true)
  })
})

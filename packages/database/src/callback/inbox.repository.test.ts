import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import { inbox as declaration } from './inbox.collection'
import type { InboxRow } from './inbox.collection'
import type { InboxRepository } from './inbox.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const REAL = 1_000_000
const LEASE = 60_000

const only = (rows: readonly InboxRow[]): InboxRow => {
  if (rows.length !== 1) throw new Error(`${rows.length} rows`)
  return rows[0] as InboxRow
}

describe('inbox', () => {
  let database: OwnDatabase
  let inbox: InboxRepository
  const row = async (id: string): Promise<InboxRow | null> =>
    database.connection.collection<InboxRow>(declaration.name).findOne({ _id: id })
  const keep = (id: string, minute = 0): Promise<boolean> =>
    inbox.keep({ _id: id, source: 'wecom', xml: `<xml>${id}</xml>`, receivedAt: at(minute) })
  const claim = (minute: number, realNow: number, token: string, limit = 1): Promise<InboxRow[]> =>
    inbox.claim({ now: at(minute), realNow, leaseMs: LEASE, token, limit })
  const ids = (rows: readonly InboxRow[]): string[] => rows.map(({ _id }) => _id)

  beforeAll(async () => {
    database = await ownDatabase()
    inbox = database.repositories.inbox
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection(declaration.name).deleteMany({})
  })
  afterAll(() => database?.close())

  it('keeps an event once, however often and whenever it comes', async () => {
    expect(await keep('e', 0)).toBe(true)
    expect(await keep('e', 1)).toBe(false)
    const kept = await Promise.all(Array.from({ length: 12 }, () => keep('f')))
    expect(kept.filter(Boolean)).toHaveLength(1)
    expect(await row('e')).toMatchObject({ xml: '<xml>e</xml>', receivedAt: at(0), state: 'waiting', attempts: 0 })
  })

  it('still knows an event that is done', async () => {
    await keep('e')
    await inbox.done(await claim(0, REAL, 'w'), at(1))
    expect(await keep('e')).toBe(false)
    expect(await row('e')).toMatchObject({ state: 'done', doneAt: at(1), leaseToken: null })
    expect(await claim(9, REAL + 10 * LEASE, 'w')).toEqual([])
  })

  it('gives the oldest first and counts the attempts', async () => {
    await keep('second', 2)
    await keep('first', 1)
    expect(await inbox.nextDue()).toBe(at(1))
    expect(await claim(5, REAL, 'w')).toMatchObject([{ _id: 'first', attempts: 1, leaseToken: 'w' }])
    expect(await claim(5, REAL, 'w')).toMatchObject([{ _id: 'second' }])
    expect(await claim(5, REAL, 'w')).toEqual([])
    expect(await claim(5, REAL + LEASE + 1, 'x')).toMatchObject([{ _id: 'first', attempts: 2 }])
  })

  it('gives several at once, oldest first, and ends them together', async () => {
    for (const minute of [3, 1, 2, 4]) await keep(`e${minute}`, minute)
    const claimed = await claim(9, REAL, 'w', 3)
    expect(ids(claimed)).toEqual(['e1', 'e2', 'e3'])
    await inbox.done(claimed.slice(0, 2), at(9))
    expect((await Promise.all(['e1', 'e2', 'e3', 'e4'].map(row))).map((kept) => kept?.state)).toEqual([
      'done',
      'done',
      'waiting',
      'waiting',
    ])
  })

  it('gives back untried what a worker has no time for', async () => {
    await keep('e')
    await inbox.release(await claim(1, REAL, 'w'))
    expect(await claim(1, REAL, 'x')).toMatchObject([{ _id: 'e', attempts: 1, leaseToken: 'x' }])
  })

  it('tells new from known within one group', async () => {
    await keep('known')
    const kept = await Promise.all(['known', 'a', 'b', 'a', 'known', 'c'].map((id) => keep(id)))
    expect(kept).toEqual([false, true, true, false, false, true])
  })

  it('tries again no sooner than told, then parks for a person', async () => {
    await keep('e')
    await inbox.fail(only(await claim(0, REAL, 'w')), at(5), 'no network')
    expect(await row('e')).toMatchObject({ state: 'waiting', dueAt: at(5), error: 'no network' })
    expect(await claim(4, REAL, 'w')).toEqual([])
    await inbox.fail(only(await claim(5, REAL, 'w')), null, 'poison')
    expect(await row('e')).toMatchObject({ state: 'parked', error: 'poison', attempts: 2 })
    expect(await inbox.parked()).toBe(1)
    expect(await claim(60, REAL + 10 * LEASE, 'w')).toEqual([])
    expect(await inbox.nextDue()).toBeNull()
  })

  it('lets a worker that lost its lease change nothing', async () => {
    await keep('e')
    const lost = await claim(0, REAL, 'a')
    await claim(0, REAL + LEASE + 1, 'b')
    await inbox.done(lost, at(1))
    await inbox.release(lost)
    await inbox.fail(only(lost), null, 'late')
    expect(await row('e')).toMatchObject({ state: 'waiting', leaseToken: 'b', error: null })
  })

  it('forgets what is done and old, nothing else', async () => {
    for (const id of ['old', 'young', 'waiting', 'parked']) await keep(id, id === 'young' ? 30 : 0)
    for (let left = 4; left > 0; left -= 1) {
      const claimed = await claim(30, REAL, 'w')
      if (only(claimed)._id === 'parked') await inbox.fail(only(claimed), null, 'poison')
      else if (only(claimed)._id !== 'waiting') await inbox.done(claimed, at(31))
    }
    expect(await inbox.forget(at(30))).toBe(1)
    expect(
      await Promise.all(['old', 'young', 'waiting', 'parked'].map(async (id) => (await row(id)) !== null)),
    ).toEqual([false, true, true, true])
  })

  it('gives each of 40 events to one of eight workers', async () => {
    for (let event = 0; event < 40; event += 1) await keep(`e${event}`, event % 5)
    const taken: string[] = []
    await Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        for (;;) {
          const claimed = await claim(9, REAL, `w${worker}`, 3)
          if (claimed.length === 0) return
          taken.push(...ids(claimed))
          await inbox.done(claimed, at(9))
        }
      }),
    )
    expect(taken.sort()).toEqual(Array.from({ length: 40 }, (_, event) => `e${event}`).sort())
  })
})

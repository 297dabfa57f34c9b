import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import { inbox as declaration } from './inbox.collection'
import type { InboxRow } from './inbox.collection'
import type { InboxRepository } from './inbox.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const REAL = 1_000_000
const LEASE = 60_000

describe('inbox', () => {
  let database: OwnDatabase
  let inbox: InboxRepository
  const row = async (id: string): Promise<InboxRow | null> =>
    database.connection.collection<InboxRow>(declaration.name).findOne({ _id: id })
  const keep = (id: string, minute = 0): Promise<boolean> =>
    inbox.keep({ _id: id, source: 'wecom', xml: `<xml>${id}</xml>`, receivedAt: at(minute) })

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
    await inbox.done((await inbox.claim(at(0), REAL, LEASE, 'w')) as InboxRow, at(1))
    expect(await keep('e')).toBe(false)
    expect(await row('e')).toMatchObject({ state: 'done', doneAt: at(1), leaseToken: null })
    expect(await inbox.claim(at(9), REAL + 10 * LEASE, LEASE, 'w')).toBeNull()
  })

  it('gives the oldest first and counts the attempts', async () => {
    await keep('second', 2)
    await keep('first', 1)
    expect(await inbox.nextDue()).toBe(at(1))
    expect(await inbox.claim(at(5), REAL, LEASE, 'w')).toMatchObject({ _id: 'first', attempts: 1, leaseToken: 'w' })
    expect(await inbox.claim(at(5), REAL, LEASE, 'w')).toMatchObject({ _id: 'second' })
    expect(await inbox.claim(at(5), REAL, LEASE, 'w')).toBeNull()
    expect(await inbox.claim(at(5), REAL + LEASE + 1, LEASE, 'x')).toMatchObject({ _id: 'first', attempts: 2 })
  })

  it('tries again no sooner than told, then parks for a person', async () => {
    await keep('e')
    await inbox.fail((await inbox.claim(at(0), REAL, LEASE, 'w')) as InboxRow, at(5), 'no network')
    expect(await row('e')).toMatchObject({ state: 'waiting', dueAt: at(5), error: 'no network' })
    expect(await inbox.claim(at(4), REAL, LEASE, 'w')).toBeNull()
    await inbox.fail((await inbox.claim(at(5), REAL, LEASE, 'w')) as InboxRow, null, 'poison')
    expect(await row('e')).toMatchObject({ state: 'parked', error: 'poison', attempts: 2 })
    expect(await inbox.parked()).toBe(1)
    expect(await inbox.claim(at(60), REAL + 10 * LEASE, LEASE, 'w')).toBeNull()
    expect(await inbox.nextDue()).toBeNull()
  })

  it('lets a worker that lost its lease change nothing', async () => {
    await keep('e')
    const lost = (await inbox.claim(at(0), REAL, LEASE, 'a')) as InboxRow
    await inbox.claim(at(0), REAL + LEASE + 1, LEASE, 'b')
    await inbox.done(lost, at(1))
    await inbox.fail(lost, null, 'late')
    expect(await row('e')).toMatchObject({ state: 'waiting', leaseToken: 'b', error: null })
  })

  it('forgets what is done and old, nothing else', async () => {
    for (const id of ['old', 'young', 'waiting', 'parked']) await keep(id, id === 'young' ? 30 : 0)
    for (let left = 4; left > 0; left -= 1) {
      const claimed = (await inbox.claim(at(30), REAL, LEASE, 'w')) as InboxRow
      if (claimed._id === 'parked') await inbox.fail(claimed, null, 'poison')
      else if (claimed._id !== 'waiting') await inbox.done(claimed, at(31))
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
          const claimed = await inbox.claim(at(9), REAL, LEASE, `w${worker}`)
          if (!claimed) return
          taken.push(claimed._id)
          await inbox.done(claimed, at(9))
        }
      }),
    )
    expect(taken.sort()).toEqual(Array.from({ length: 40 }, (_, event) => `e${event}`).sort())
  })
})

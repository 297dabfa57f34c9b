import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import { agenda as declaration } from './agenda.collection'
import type { AgendaRow } from './agenda.collection'
import type { AgendaRepository } from './agenda.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const REAL = 1_000_000
const LEASE = 60_000

describe('agenda', () => {
  let database: OwnDatabase
  let agenda: AgendaRepository
  const row = async (id: string): Promise<AgendaRow | null> =>
    database.connection.collection<AgendaRow>(declaration.name).findOne({ _id: id })

  beforeAll(async () => {
    database = await ownDatabase()
    agenda = database.repositories.agenda
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection(declaration.name).deleteMany({})
  })
  afterAll(() => database?.close())

  it('keeps the earliest instant and counts every reason to look', async () => {
    for (const minute of [5, 3, 9]) await agenda.wake('p', at(minute))
    expect(await row('p')).toMatchObject({ dueAt: at(3), wakes: 3 })
  })

  it('wakes who sleeps', async () => {
    await agenda.wake('p', at(0))
    const claimed = (await agenda.claim(at(0), REAL, LEASE, 'w')) as AgendaRow
    await agenda.finish(claimed, null)
    expect(await row('p')).toMatchObject({ dueAt: null, leaseToken: null })
    expect(await agenda.nextDue()).toBeNull()
    await agenda.wake('p', at(7))
    expect(await row('p')).toMatchObject({ dueAt: at(7), wakes: 2 })
  })

  it('loses none of many wakes at once, known or not', async () => {
    await Promise.all(Array.from({ length: 16 }, (_, minute) => agenda.wake('new', at(16 - minute))))
    expect(await row('new')).toMatchObject({ dueAt: at(1), wakes: 16 })
    const claimed = (await agenda.claim(at(30), REAL, LEASE, 'w')) as AgendaRow
    await agenda.finish(claimed, null)
    await Promise.all(Array.from({ length: 16 }, (_, minute) => agenda.wake('new', at(20 + minute))))
    expect(await row('new')).toMatchObject({ dueAt: at(20), wakes: 32 })
  })

  it('loses no wake that meets a worker letting go', async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = `p${round}`
      await agenda.wake(id, at(0))
      const claimed = (await agenda.claim(at(0), REAL, LEASE, id)) as AgendaRow
      await Promise.all([agenda.finish(claimed, null), agenda.wake(id, at(2)), agenda.wake(id, at(1))])
      const after = await row(id)
      expect(after?.dueAt).not.toBeNull()
      expect((after?.dueAt as string) <= at(1)).toBe(true)
      await database.connection.collection(declaration.name).deleteMany({})
    }
  })

  it('gives who is due, the longest due first, and nobody who is not', async () => {
    await agenda.wake('later', at(2))
    await agenda.wake('first', at(1))
    await agenda.wake('tomorrow', at(600))
    expect(await agenda.nextDue()).toBe(at(1))
    expect((await agenda.claim(at(5), REAL, LEASE, 'a'))?._id).toBe('first')
    expect((await agenda.claim(at(5), REAL, LEASE, 'b'))?._id).toBe('later')
    expect(await agenda.claim(at(5), REAL, LEASE, 'c')).toBeNull()
  })

  it('gives who is due at this very instant', async () => {
    await agenda.wake('p', at(5))
    expect(await agenda.claim(at(4), REAL, LEASE, 'a')).toBeNull()
    expect((await agenda.claim(at(5), REAL, LEASE, 'a'))?._id).toBe('p')
  })

  it('gives the patient again when the lease has run out, and the first worker then changes nothing', async () => {
    await agenda.wake('p', at(0))
    const lost = (await agenda.claim(at(0), REAL, LEASE, 'a')) as AgendaRow
    expect(await agenda.claim(at(0), REAL + LEASE, LEASE, 'b')).toBeNull()
    const taken = (await agenda.claim(at(0), REAL + LEASE + 1, LEASE, 'b')) as AgendaRow
    expect(taken).toMatchObject({ _id: 'p', leaseToken: 'b' })
    await agenda.finish(lost, null)
    await agenda.fail(lost, at(9), 'late')
    expect(await row('p')).toMatchObject({ dueAt: at(0), leaseToken: 'b', failures: 0 })
    await agenda.finish(taken, at(30))
    expect(await row('p')).toMatchObject({ dueAt: at(30), leaseToken: null, leaseUntil: 0 })
  })

  it('keeps a patient due who was woken during the work', async () => {
    await agenda.wake('p', at(0))
    const claimed = (await agenda.claim(at(0), REAL, LEASE, 'a')) as AgendaRow
    await agenda.wake('p', at(8))
    await agenda.finish(claimed, at(60))
    expect(await row('p')).toMatchObject({ dueAt: at(0), leaseToken: null })
    const again = (await agenda.claim(at(0), REAL, LEASE, 'b')) as AgendaRow
    await agenda.finish(again, at(60))
    expect(await row('p')).toMatchObject({ dueAt: at(60) })
  })

  it('puts failing work aside with its error and forgets the failures once it passes', async () => {
    await agenda.wake('p', at(0))
    await agenda.fail((await agenda.claim(at(0), REAL, LEASE, 'a')) as AgendaRow, at(1), 'no network')
    expect(await row('p')).toMatchObject({ dueAt: at(1), failures: 1, error: 'no network', leaseToken: null })
    expect(await agenda.failing()).toBe(1)
    await agenda.finish((await agenda.claim(at(1), REAL, LEASE, 'b')) as AgendaRow, null)
    expect(await row('p')).toMatchObject({ failures: 0, error: null })
    expect(await agenda.failing()).toBe(0)
  })

  it('gives each of 40 patients to one of eight workers, never to two', async () => {
    for (let patient = 0; patient < 40; patient += 1) await agenda.wake(`p${patient}`, at(patient % 7))
    const taken: string[] = []
    const held = new Set<string>()
    await Promise.all(
      Array.from({ length: 8 }, async (_, worker) => {
        for (;;) {
          const claimed = await agenda.claim(at(10), REAL, LEASE, `w${worker}`)
          if (!claimed) return
          expect(held.has(claimed._id)).toBe(false)
          expect(claimed.leaseToken).toBe(`w${worker}`)
          held.add(claimed._id)
          taken.push(claimed._id)
          await agenda.failing()
          held.delete(claimed._id)
          await agenda.finish(claimed, null)
        }
      }),
    )
    expect(taken.sort()).toEqual(Array.from({ length: 40 }, (_, patient) => `p${patient}`).sort())
  })
})

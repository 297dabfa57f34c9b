import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { ConversationRow } from './conversation.collection'
import type { ConversationRepository } from './conversation.repository'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString()

describe('conversations', () => {
  let database: OwnDatabase
  let conversations: ConversationRepository
  let count = 0

  beforeAll(async () => {
    database = await ownDatabase()
    conversations = database.repositories.conversations
  }, 60_000)
  afterAll(() => database?.close())

  /** A conversation whose patient wrote at hour 0. */
  async function open(): Promise<string> {
    const id = `c${(count += 1)}`
    await conversations.open({ _id: id, patientId: 'p', programmeId: 'g' })
    await conversations.setKf(id, 'wk1', 'wm1')
    await conversations.patientWrote(id, at(0))
    return id
  }
  const kf = async (id: string): Promise<NonNullable<ConversationRow['kf']>> =>
    (await conversations.byId(id))?.kf as NonNullable<ConversationRow['kf']>
  const reserve = (id: string, message: string, hour = 1): Promise<string> =>
    conversations.reserve(id, message, at(hour), 'ordinary')

  it('opens once and keeps what it holds', async () => {
    const id = await open()
    await conversations.setLabels(id, ['头晕'])
    await conversations.open({ _id: id, patientId: 'other', programmeId: 'h' })
    expect(await conversations.byId(id)).toMatchObject({ patientId: 'p', programmeId: 'g', labels: ['头晕'] })
  })

  it('reserves four ordinary messages and keeps the fifth for a hand-over', async () => {
    const id = await open()
    for (const message of ['a', 'b', 'c', 'd']) expect(await reserve(id, message)).toBe('reserved')
    expect(await reserve(id, 'e')).toBe('spent')
    expect(await conversations.reserve(id, 'e', at(1), 'hand-over')).toBe('reserved')
    expect(await conversations.reserve(id, 'f', at(1), 'hand-over')).toBe('spent')
    expect((await kf(id)).spent).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('counts a hand-over among the four when it comes first', async () => {
    const id = await open()
    expect(await conversations.reserve(id, 'a', at(1), 'hand-over')).toBe('reserved')
    for (const message of ['b', 'c', 'd']) expect(await reserve(id, message)).toBe('reserved')
    expect(await reserve(id, 'e')).toBe('spent')
  })

  it('reserves the same message once, also when nothing is left', async () => {
    const id = await open()
    for (const message of ['a', 'a', 'b', 'c', 'd', 'a', 'd']) expect(await reserve(id, message)).toBe('reserved')
    expect((await kf(id)).spent).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is open for 48 hours to the instant', async () => {
    const id = await open()
    expect((await kf(id)).closesAt).toBe(at(48))
    expect(await conversations.reserve(id, 'a', at(48), 'hand-over')).toBe('closed')
    expect(await conversations.reserve(id, 'a', '2026-11-24T23:59:59.999Z', 'ordinary')).toBe('reserved')
  })

  it('is closed before the patient wrote, without a kf user, and when it does not exist', async () => {
    await conversations.open({ _id: 'silent', patientId: 'p', programmeId: 'g' })
    expect(await reserve('silent', 'a')).toBe('closed')
    await conversations.setKf('silent', 'wk1', 'wm1')
    expect(await reserve('silent', 'a')).toBe('closed')
    expect(await reserve('nowhere', 'a')).toBe('closed')
  })

  it('gives a reservation back', async () => {
    const id = await open()
    for (const message of ['a', 'b', 'c', 'd']) await reserve(id, message)
    await conversations.release(id, 'b')
    await conversations.release(id, 'stranger')
    expect(await reserve(id, 'e')).toBe('reserved')
    expect((await kf(id)).spent).toEqual(['a', 'c', 'd', 'e'])
  })

  it('closes when WeCom says so, until the patient writes again', async () => {
    const id = await open()
    await conversations.closeWindow(id, at(2))
    expect(await reserve(id, 'a', 2)).toBe('closed')
    await conversations.patientWrote(id, at(3))
    expect(await reserve(id, 'a', 4)).toBe('reserved')
  })

  it('begins anew when the patient writes, never for an older or the same message', async () => {
    const id = await open()
    for (const message of ['a', 'b', 'c', 'd']) await reserve(id, message)
    await conversations.patientWrote(id, at(-1))
    await conversations.patientWrote(id, at(0))
    expect(await reserve(id, 'e')).toBe('spent')
    expect((await kf(id)).lastPatientAt).toBe(at(0))
    await conversations.patientWrote(id, at(1))
    expect(await kf(id)).toMatchObject({ lastPatientAt: at(1), closesAt: at(49), spent: [] })
    expect(await reserve(id, 'e', 2)).toBe('reserved')
  })

  it('keeps the window of the same kf user and begins with another one', async () => {
    const id = await open()
    await reserve(id, 'a')
    await conversations.setKf(id, 'wk1', 'wm1')
    expect((await kf(id)).spent).toEqual(['a'])
    await conversations.setKf(id, 'wk1', 'wm2')
    expect(await kf(id)).toEqual({
      openKfid: 'wk1',
      externalUserid: 'wm2',
      lastPatientAt: null,
      closesAt: null,
      spent: [],
      client: null,
    })
  })

  it('is never overdrawn by twenty senders at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await open()
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, sender) =>
          conversations.reserve(id, `m${sender}`, at(1), sender % 4 === 0 ? 'hand-over' : 'ordinary'),
        ),
      )
      const { spent } = await kf(id)
      expect(answers.filter((answer) => answer === 'reserved')).toHaveLength(spent.length)
      expect([4, 5]).toContain(spent.length)
      expect(spent.filter((message) => Number(message.slice(1)) % 4 !== 0).length).toBeLessThanOrEqual(4)
      expect(new Set(spent).size).toBe(spent.length)
    }
  })

  it('lists and counts', async () => {
    await conversations.open({ _id: 'l1', patientId: 'q1', programmeId: 'lists' })
    await conversations.open({ _id: 'l2', patientId: 'q2', programmeId: 'lists' })
    const waiting = {
      handOverId: 'h',
      at: at(1),
      because: 'asked',
      urgent: false,
      waitingFor: '头晕',
      assignedTo: null,
    }
    await conversations.wait('l2', waiting as Parameters<ConversationRepository['wait']>[1])
    expect((await conversations.ofPatient('q1')).map(({ _id }) => _id)).toEqual(['l1'])
    expect((await conversations.ofPatients(['q1', 'q2'])).map(({ _id }) => _id).sort()).toEqual(['l1', 'l2'])
    expect((await conversations.byIds(['l2', 'none'])).map(({ _id }) => _id)).toEqual(['l2'])
    expect(await conversations.countWaiting('lists')).toBe(1)
    await conversations.take('l2', 'lin', at(2), 'h')
    expect(await conversations.countWaiting('lists')).toBe(0)
  })

  it('begins a new window in another kf account of the same user', async () => {
    const id = await open()
    await reserve(id, 'a')
    await conversations.setKf(id, 'wk2', 'wm1')
    expect(await kf(id)).toMatchObject({ openKfid: 'wk2', closesAt: null, spent: [] })
  })

  it('tells who holds the session in the WeCom client, without touching the window', async () => {
    const id = await open()
    await reserve(id, 'a')
    await conversations.setClient(id, { userid: 'lin', since: at(1) })
    expect(await kf(id)).toMatchObject({ client: { userid: 'lin', since: at(1) }, spent: ['a'], closesAt: at(48) })
    await conversations.setClient(id, null)
    expect((await kf(id)).client).toBeNull()
    await conversations.open({ _id: 'no kf', patientId: 'p', programmeId: 'g' })
    await conversations.setClient('no kf', { userid: 'lin', since: at(1) })
    expect((await conversations.byId('no kf'))?.kf).toBeNull()
  })

  it('opens once by twenty at once', async () => {
    const row = { _id: 'many', patientId: 'p', programmeId: 'g' }
    await Promise.all(Array.from({ length: 20 }, () => conversations.open(row)))
    expect(await conversations.byId('many')).toMatchObject({ ...row, state: 'assistant', readBy: [], kf: null })
  })
})

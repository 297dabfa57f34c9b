import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { ConversationRow } from './conversation.collection'
import type { ConversationRepository } from './conversation.repository'
import { readUpTo } from './read-marks'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()

describe('reading marks', () => {
  let database: OwnDatabase
  let conversations: ConversationRepository
  let count = 0
  const row = async (id: string): Promise<ConversationRow> => (await conversations.byId(id)) as ConversationRow
  async function open(): Promise<string> {
    const id = `c${(count += 1)}`
    await conversations.open({ _id: id, patientId: 'p', programmeId: 'g' })
    return id
  }
  const said = (id: string, minute: number, ...to: string[]): Promise<void> =>
    conversations.patientSaid(id, at(minute), 'kf', to)

  beforeAll(async () => {
    database = await ownDatabase()
    conversations = database.repositories.conversations
  }, 60_000)
  afterAll(() => database?.close())

  it('are unread for everybody who takes part, until each has read', async () => {
    const id = await open()
    await said(id, 1, 'lin', 'wang')
    await said(id, 1, 'lin', 'wang')
    expect((await row(id)).unreadFor.sort()).toEqual(['lin', 'wang'])
    await conversations.readByStaff(id, 'lin', at(1))
    expect(await row(id)).toMatchObject({ unreadFor: ['wang'], readByTeam: at(1) })
  })

  it('stay unread when the reading is older than the last message', async () => {
    const id = await open()
    await said(id, 1, 'lin')
    await said(id, 3, 'lin')
    await conversations.readByStaff(id, 'lin', at(2))
    expect((await row(id)).unreadFor).toEqual(['lin'])
    await conversations.readByStaff(id, 'lin', at(3))
    expect((await row(id)).unreadFor).toEqual([])
  })

  it('are not unread again by a message that was read, however late or often it arrives', async () => {
    const id = await open()
    await said(id, 5, 'lin')
    await conversations.readByStaff(id, 'lin', at(5))
    await said(id, 5, 'lin', 'wang')
    await said(id, 4, 'lin')
    expect(await row(id)).toMatchObject({ unreadFor: ['wang'], lastPatientAt: at(5) })
    await said(id, 6, 'lin')
    expect((await row(id)).unreadFor.sort()).toEqual(['lin', 'wang'])
  })

  it('end the same in whichever order messages and readings arrive', async () => {
    for (let round = 0; round < 12; round += 1) {
      const id = await open()
      const events = [
        () => said(id, 1, 'lin', 'wang'),
        () => conversations.readByStaff(id, 'lin', at(2)),
        () => said(id, 3, 'lin', 'wang'),
        () => conversations.readByStaff(id, 'wang', at(3)),
        () => said(id, 2, 'lin', 'wang'),
      ]
      const turned = [...events.slice(round % 5), ...events.slice(0, round % 5)]
      if (round < 5) for (const event of turned) await event()
      else await Promise.all(turned.map((event) => event()))
      expect(await row(id)).toMatchObject({ unreadFor: ['lin'], lastPatientAt: at(3), readByTeam: at(3) })
    }
  })

  it('never go back', async () => {
    const id = await open()
    await conversations.readByStaff(id, 'lin', at(5))
    await conversations.readByStaff(id, 'lin', at(3))
    expect(readUpTo(await row(id), 'lin')).toBe(at(5))
    await conversations.readByStaff(id, 'wang', at(2))
    expect(await row(id)).toMatchObject({ readByTeam: at(5) })
    await conversations.readByStaff(id, 'lin', at(7))
    expect(readUpTo(await row(id), 'lin')).toBe(at(7))
    expect(readUpTo(await row(id), 'wang')).toBe(at(2))
    expect(readUpTo(await row(id), 'nobody')).toBeNull()
  })

  it('of one person at several screens at once are one, the latest', async () => {
    const id = await open()
    await Promise.all([4, 9, 1, 7, 3, 8].map((minute) => conversations.readByStaff(id, 'lin', at(minute))))
    expect((await row(id)).readBy).toEqual([{ staffId: 'lin', at: at(9) }])
  })

  it('hold for staff ids of any letters', async () => {
    const id = await open()
    const ids = ['local-lin@example.com', 'lin.wang', 'lin', '$set', '林', 'a b', '0']
    for (const [n, staffId] of ids.entries()) await conversations.readByStaff(id, staffId, at(n))
    await said(id, 3, ...ids)
    const after = await row(id)
    expect(ids.map((staffId) => readUpTo(after, staffId))).toEqual(ids.map((_, n) => at(n)))
    expect(after.unreadFor).toEqual(ids.slice(0, 3))
  })

  it('tell the channel of the last message', async () => {
    const id = await open()
    await conversations.patientSaid(id, at(2), 'miniChat', [])
    await conversations.patientSaid(id, at(1), 'kf', [])
    expect(await row(id)).toMatchObject({ lastPatientAt: at(2), lastPatientVia: 'miniChat' })
  })

  it('of the patient grow, and say whether they did', async () => {
    const id = await open()
    expect(await conversations.readByPatient(id, at(2))).toBe(true)
    expect(await conversations.readByPatient(id, at(2))).toBe(false)
    expect(await conversations.readByPatient(id, at(1))).toBe(false)
    expect(await conversations.readByPatient(id, at(3))).toBe(true)
    expect((await row(id)).readByPatient).toBe(at(3))
    expect(await conversations.readByPatient('nowhere', at(3))).toBe(false)
  })
})

import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { HandOverRepository } from './hand-over.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const PEOPLE = ['lin', 'wang', 'zhao', 'qian', 'sun', 'li']

describe('hand-overs', () => {
  let database: OwnDatabase
  let handOvers: HandOverRepository
  const begin = (id: string, more: Partial<Parameters<HandOverRepository['begin']>[0]> = {}) =>
    handOvers.begin({
      _id: id,
      conversationId: 'c',
      patientId: 'p',
      programmeId: 'g',
      because: 'asked',
      urgent: false,
      at: at(0),
      question: '头晕',
      assignedTo: null,
      ...more,
    })

  beforeAll(async () => {
    database = await ownDatabase()
    handOvers = database.repositories.handOvers
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection('handovers').deleteMany({})
  })
  afterAll(() => database?.close())

  it('begin once by many at once, and everybody is answered the same', async () => {
    const rows = await Promise.all(PEOPLE.map((person) => begin('h', { question: person, assignedTo: person })))
    expect(new Set(rows.map(({ question }) => question)).size).toBe(1)
    expect(await handOvers.byId('h')).toEqual(rows[0])
    expect(rows[0]).toMatchObject({ acknowledgedAt: null, firstReplyAt: null, closedAt: null, satisfaction: null })
    expect(await handOvers.byId('none')).toBeNull()
  })

  it('lose the words that their sender took back, and only those', async () => {
    await begin('h1')
    await begin('h2', { question: '腿肿' })
    await begin('h3', { conversationId: 'other' })
    await handOvers.recalled('c', '头晕')
    const questions = await Promise.all(['h1', 'h2', 'h3'].map(async (id) => (await handOvers.byId(id))?.question))
    expect(questions).toEqual(['撤回了一条消息', '腿肿', '头晕'])
  })

  it('that began before are answered as they stand', async () => {
    await begin('h')
    await handOvers.acknowledge('h', 'lin', at(1))
    expect(await begin('h', { question: 'another', at: at(9) })).toMatchObject({
      question: '头晕',
      at: at(0),
      acknowledgedBy: 'lin',
    })
  })

  it.each([
    ['acknowledge', 'acknowledgedBy', 'acknowledgedAt'],
    ['replied', 'firstReplyBy', 'firstReplyAt'],
    ['close', 'closedBy', 'closedAt'],
  ] as const)('%s keeps who came first, of many at once', async (move, by, when) => {
    await begin('h')
    const moved = await Promise.all(PEOPLE.map((person, minute) => handOvers[move]('h', person, at(minute))))
    expect(moved.filter(Boolean)).toHaveLength(1)
    const first = moved.indexOf(true)
    expect(await handOvers.byId('h')).toMatchObject({ [by]: PEOPLE[first], [when]: at(first) })
    expect(await handOvers[move]('h', 'late', at(50))).toBe(false)
    expect(await handOvers.byId('h')).toMatchObject({ [by]: PEOPLE[first], [when]: at(first) })
    expect(await handOvers[move]('none', 'lin', at(1))).toBe(false)
  })

  it('ask the patient once, and keep the first answer', async () => {
    await begin('h')
    const asked = await Promise.all([1, 2, 3, 4].map((minute) => handOvers.asked('h', at(minute))))
    expect(asked.filter(Boolean)).toHaveLength(1)
    const rated = await Promise.all([1, 2, 3].map((score) => handOvers.rate('h', score, at(9))))
    expect(rated.filter(Boolean)).toHaveLength(1)
    expect((await handOvers.byId('h'))?.satisfaction).toEqual({ score: rated.indexOf(true) + 1, at: at(9) })
    expect(await handOvers.rate('h', 3, at(10))).toBe(false)
  })

  it('moves touch nothing but their own', async () => {
    await begin('h')
    await handOvers.replied('h', 'lin', at(2))
    expect(await handOvers.byId('h')).toMatchObject({ acknowledgedAt: null, closedAt: null, askedAt: null })
  })

  it('come newest first of a conversation, and within a span of a programme', async () => {
    await begin('h1', { at: at(1) })
    await begin('h3', { at: at(3) })
    await begin('h2', { at: at(2) })
    await begin('other', { at: at(2), conversationId: 'd', programmeId: 'other' })
    expect((await handOvers.ofConversation('c', 2)).map(({ _id }) => _id)).toEqual(['h3', 'h2'])
    expect((await handOvers.between('g', at(1), at(3))).map(({ _id }) => _id).sort()).toEqual(['h1', 'h2'])
  })
})

import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { ConversationRow } from './conversation.collection'
import type { ConversationRepository } from './conversation.repository'
import type { Waiting } from './hand-over-moves'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()

describe('a conversation between the assistant and people', () => {
  let database: OwnDatabase
  let conversations: ConversationRepository
  let count = 0
  const row = async (id: string): Promise<ConversationRow> => (await conversations.byId(id)) as ConversationRow
  async function open(): Promise<string> {
    const id = `c${(count += 1)}`
    await conversations.open({ _id: id, patientId: 'p', programmeId: 'g' })
    return id
  }
  const need = (handOverId: string, more: Partial<Waiting> = {}): Waiting => ({
    handOverId,
    at: at(1),
    because: 'asked',
    urgent: false,
    waitingFor: `words of ${handOverId}`,
    assignedTo: null,
    ...more,
  })
  const redFlag = (handOverId: string): Waiting => need(handOverId, { because: 'red-flag', urgent: true, at: at(2) })

  beforeAll(async () => {
    database = await ownDatabase()
    conversations = database.repositories.conversations
  }, 60_000)
  afterAll(() => database?.close())

  it('waits once, whoever asks at the same time', async () => {
    const id = await open()
    const names = Array.from({ length: 8 }, (_, n) => `h${n}`)
    const moved = await Promise.all(names.map((name) => conversations.wait(id, need(name))))
    expect(moved.filter(Boolean)).toHaveLength(1)
    const first = names[moved.indexOf(true)]
    expect(await row(id)).toMatchObject({ state: 'waiting', handOverId: first, waitingFor: `words of ${first}` })
  })

  it('waits for whom it is assigned, who takes part from then on', async () => {
    const id = await open()
    await conversations.snooze(id, at(50))
    expect(await conversations.wait(id, need('h', { assignedTo: 'lin' }))).toBe(true)
    expect(await row(id)).toMatchObject({
      state: 'waiting',
      because: 'asked',
      waitingSince: at(1),
      waitingUrgent: false,
      assignedTo: 'lin',
      participants: ['lin'],
      unreadFor: ['lin'],
      snoozedUntil: null,
    })
    expect(await conversations.wait('nowhere', need('h'))).toBe(false)
  })

  it('lets a red flag stand before an ordinary need', async () => {
    const id = await open()
    await conversations.wait(id, need('ordinary', { assignedTo: 'lin' }))
    expect(await conversations.wait(id, redFlag('flag'))).toBe(true)
    expect(await row(id)).toMatchObject({
      waitingUrgent: true,
      waitingSince: at(2),
      handOverId: 'flag',
      because: 'red-flag',
      participants: ['lin'],
    })
  })

  it('lets nothing stand before a red flag that waits', async () => {
    const id = await open()
    await conversations.wait(id, redFlag('first'))
    expect(await conversations.wait(id, need('ordinary'))).toBe(false)
    expect(await conversations.wait(id, redFlag('second'))).toBe(false)
    expect(await row(id)).toMatchObject({ handOverId: 'first', waitingUrgent: true })
  })

  it('ends urgent, in whichever order an ordinary need and a red flag arrive', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await open()
      const both = [need('ordinary'), redFlag('flag')]
      await Promise.all((round % 2 ? both : both.reverse()).map((one) => conversations.wait(id, one)))
      expect(await row(id)).toMatchObject({ state: 'waiting', waitingUrgent: true, handOverId: 'flag' })
    }
  })

  it('is taken by one of two at once', async () => {
    const people = ['lin', 'wang', 'zhao', 'qian']
    for (let round = 0; round < 5; round += 1) {
      const id = await open()
      await conversations.wait(id, redFlag('h'))
      const taken = await Promise.all(people.map((person) => conversations.take(id, person, at(3), 'h')))
      expect(taken.filter(Boolean)).toHaveLength(1)
      const winner = people[taken.indexOf(true)]
      expect(await row(id)).toMatchObject({
        state: 'person',
        assignedTo: winner,
        participants: [winner],
        personSince: at(3),
        handOverId: 'h',
        waitingSince: null,
        waitingUrgent: false,
        waitingFor: null,
      })
    }
  })

  it('may be taken again by whoever has it, and by nobody else until it waits or was given away', async () => {
    const id = await open()
    expect(await conversations.take(id, 'lin', at(1), 'h')).toBe(true)
    expect(await conversations.take(id, 'lin', at(2), 'h')).toBe(true)
    expect(await conversations.take(id, 'wang', at(3), 'h')).toBe(false)
    expect(await row(id)).toMatchObject({ assignedTo: 'lin', personSince: at(2), participants: ['lin'] })
    await conversations.assign(id, 'wang')
    expect(await conversations.take(id, 'lin', at(4), 'h')).toBe(false)
    expect(await conversations.take(id, 'wang', at(4), 'h')).toBe(true)
    await conversations.assign(id, null)
    expect(await conversations.take(id, 'zhao', at(5), 'h')).toBe(true)
  })

  it('may be taken by somebody else than it waits for', async () => {
    const id = await open()
    await conversations.wait(id, need('h', { assignedTo: 'lin' }))
    expect(await conversations.take(id, 'wang', at(2), 'h')).toBe(true)
    expect((await row(id)).participants).toEqual(['lin', 'wang'])
    expect(await conversations.take('nowhere', 'wang', at(2), 'h')).toBe(false)
  })

  it('is with whoever replied, although somebody else had it', async () => {
    const id = await open()
    await conversations.take(id, 'lin', at(1), 'h')
    await conversations.replied(id, 'wang', at(2), 'h')
    expect(await row(id)).toMatchObject({ state: 'person', assignedTo: 'wang', personSince: at(2), handOverId: 'h' })
    expect((await row(id)).participants).toEqual(['lin', 'wang'])
  })

  it('still waits for what came while a reply was on its way', async () => {
    const id = await open()
    await conversations.wait(id, need('seen'))
    await conversations.wait(id, redFlag('flag'))
    expect(await conversations.replied(id, 'lin', at(3), 'seen')).toBe(false)
    expect(await row(id)).toMatchObject({ state: 'waiting', waitingUrgent: true, handOverId: 'flag' })
    expect(await conversations.replied(id, 'lin', at(4), 'flag')).toBe(true)
    expect(await row(id)).toMatchObject({ state: 'person', assignedTo: 'lin', waitingUrgent: false })
  })

  it('is unread for whom it was assigned, and answers for nobody', async () => {
    const id = await open()
    await conversations.wait(id, need('h'))
    await conversations.assign(id, 'lin')
    await conversations.assign(id, 'lin')
    expect(await row(id)).toMatchObject({
      state: 'waiting',
      assignedTo: 'lin',
      participants: ['lin'],
      unreadFor: ['lin'],
    })
    await conversations.assign(id, null)
    expect(await row(id)).toMatchObject({ assignedTo: null, participants: ['lin'] })
  })

  it('goes back to the assistant once, and only from the hand-over that is named', async () => {
    const id = await open()
    await conversations.wait(id, need('old'))
    await conversations.wait(id, redFlag('new'))
    await conversations.take(id, 'lin', at(3), 'new')
    expect(await conversations.giveBack(id, 'old')).toBe(false)
    expect(await conversations.giveBack(id, null)).toBe(false)
    expect(await row(id)).toMatchObject({ state: 'person', handOverId: 'new' })
    const given = await Promise.all(Array.from({ length: 5 }, () => conversations.giveBack(id, 'new')))
    expect(given.filter(Boolean)).toHaveLength(1)
    expect(await row(id)).toMatchObject({
      state: 'assistant',
      handOverId: null,
      because: null,
      assignedTo: null,
      personSince: null,
      waitingFor: null,
      participants: ['lin'],
    })
    expect(await conversations.giveBack(id, null)).toBe(false)
  })

  it('keeps participants and labels once each', async () => {
    const id = await open()
    await conversations.addParticipants(id, ['lin', 'wang'])
    await conversations.addParticipants(id, ['wang', 'zhao'])
    await conversations.setLabels(id, ['饮食', '用药', '饮食'])
    expect(await row(id)).toMatchObject({ participants: ['lin', 'wang', 'zhao'], labels: ['饮食', '用药'] })
    await conversations.setLabels(id, [])
    expect((await row(id)).labels).toEqual([])
  })

  it('counts what each has open', async () => {
    const [a, b, c, d] = [await open(), await open(), await open(), await open()]
    for (const id of [a, b]) await conversations.take(id, 'busy', at(1), 'h')
    await conversations.wait(c, need('h', { assignedTo: 'busy' }))
    await conversations.take(d, 'idle', at(1), 'h')
    await conversations.giveBack(d, 'h')
    expect(await conversations.openByAssignee(['busy', 'idle'])).toEqual(new Map([['busy', 3]]))
    expect(await conversations.openByAssignee([])).toEqual(new Map())
  })
})

describe('a conversation that is put off', () => {
  let database: OwnDatabase
  let conversations: ConversationRepository
  beforeAll(async () => {
    database = await ownDatabase()
    conversations = database.repositories.conversations
    for (const [id, minute] of [
      ['a', 10],
      ['b', 20],
      ['c', 30],
    ] as const) {
      await conversations.open({ _id: id, patientId: 'p', programmeId: 'g' })
      await conversations.snooze(id, at(minute))
    }
    await conversations.open({ _id: 'awake', patientId: 'p', programmeId: 'g' })
  }, 60_000)
  afterAll(() => database?.close())

  it('is woken when its time has come, by one of several, and told once', async () => {
    expect(await conversations.nextSnoozeEnd()).toBe(at(10))
    expect(await conversations.wakeSnoozed(at(9), 10)).toEqual([])
    const woken = await Promise.all([1, 2, 3, 4].map(() => conversations.wakeSnoozed(at(20), 10)))
    expect(
      woken
        .flat()
        .map(({ _id }) => _id)
        .sort(),
    ).toEqual(['a', 'b'])
    expect(woken.flat().every(({ snoozedUntil }) => snoozedUntil === null)).toBe(true)
    expect(await conversations.nextSnoozeEnd()).toBe(at(30))
    expect(await conversations.wakeSnoozed(at(20), 10)).toEqual([])
    await conversations.snooze('c', null)
    expect(await conversations.nextSnoozeEnd()).toBeNull()
  })
  it('is woken a few at a time', async () => {
    for (const id of ['a', 'b', 'c']) await conversations.snooze(id, at(40))
    expect(await conversations.wakeSnoozed(at(40), 2)).toHaveLength(2)
    expect(await conversations.wakeSnoozed(at(40), 2)).toHaveLength(1)
  })
})

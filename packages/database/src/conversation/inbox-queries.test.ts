import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { ConversationRepository } from './conversation.repository'
import type { InboxQuery } from './inbox-queries'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()

describe('an inbox', () => {
  let database: OwnDatabase
  let conversations: ConversationRepository
  const ids = async (query: Partial<InboxQuery>): Promise<string[]> =>
    (
      await conversations.inbox({
        scope: { programmeIds: ['g', 'h'] },
        filter: 'all',
        staffId: 'lin',
        skip: 0,
        limit: 50,
        ...query,
      })
    ).map(({ _id }) => _id)
  const said = (id: string, minute: number, messageId = `${id}${minute}`, text = messageId): Promise<void> =>
    conversations.said(id, { at: at(minute), messageId, author: { kind: 'patient', name: '李梅' }, text })
  const wait = (id: string, minute: number, urgent: boolean, assignedTo: string | null = null): Promise<boolean> =>
    conversations.wait(id, {
      handOverId: `h-${id}`,
      at: at(minute),
      because: urgent ? 'red-flag' : 'asked',
      urgent,
      waitingFor: 'x',
      assignedTo,
    })

  beforeAll(async () => {
    database = await ownDatabase()
    conversations = database.repositories.conversations
    for (const [id, programmeId, minute] of [
      ['a', 'g', 1],
      ['b', 'h', 2],
      ['c', 'g', 3],
      ['d', 'h', 4],
      ['e', 'g', 5],
      ['f', 'other', 6],
    ] as const) {
      await conversations.open({ _id: id, patientId: id, programmeId })
      await said(id, minute)
    }
    await wait('a', 20, false, 'lin')
    await wait('b', 10, false)
    await wait('c', 30, true)
    await wait('f', 1, true)
    await conversations.take('d', 'lin', at(9), 'h-d')
    await conversations.snooze('e', at(59))
    await conversations.addParticipants('d', ['wang'])
    await conversations.addParticipants('c', ['wang'])
    await conversations.setLabels('b', ['饮食'])
    await conversations.setLabels('c', ['饮食', '用药'])
  }, 60_000)
  afterAll(() => database?.close())

  it('has who waits by urgency, then by waiting time', async () => {
    expect(await ids({ filter: 'waiting' })).toEqual(['c', 'b', 'a'])
    expect(await ids({ filter: 'waiting', scope: { programmeIds: ['g'] } })).toEqual(['c', 'a'])
    expect(await ids({ filter: 'waiting', scope: { participant: 'wang' } })).toEqual(['c'])
    expect(await ids({ filter: 'unassigned' })).toEqual(['c', 'b'])
  })
  it('has everything else by its last message', async () => {
    expect(await ids({})).toEqual(['e', 'd', 'c', 'b', 'a'])
    expect(await ids({ scope: { programmeIds: ['h'] } })).toEqual(['d', 'b'])
    expect(await ids({ filter: 'mine' })).toEqual(['d', 'a'])
    expect(await ids({ filter: 'mine', staffId: 'wang' })).toEqual([])
    expect(await ids({ filter: 'snoozed' })).toEqual(['e'])
    expect(await ids({ scope: { participant: 'lin' } })).toEqual(['d', 'a'])
  })
  it('has nothing of no programme, and nothing twice of a programme named twice', async () => {
    expect(await ids({ scope: { programmeIds: [] } })).toEqual([])
    expect(await ids({ scope: { programmeIds: ['h', 'h'] } })).toEqual(['d', 'b'])
    expect(await ids({ scope: { programmeIds: ['none', 'h'] } })).toEqual(['d', 'b'])
  })
  it('comes page by page, over several programmes as over one', async () => {
    const pages = await Promise.all([0, 2, 4, 6].map((skip) => ids({ skip, limit: 2 })))
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a'], []])
    expect(await ids({ filter: 'waiting', skip: 1, limit: 1 })).toEqual(['b'])
    expect(await ids({ scope: { programmeIds: ['g'] }, skip: 1, limit: 1 })).toEqual(['c'])
  })
  it('is narrowed by a label and by what a search found', async () => {
    expect(await ids({ label: '饮食' })).toEqual(['c', 'b'])
    expect(await ids({ label: '用药', filter: 'waiting' })).toEqual(['c'])
    expect(await ids({ ids: ['a', 'd', 'f'] })).toEqual(['d', 'a'])
    expect(await ids({ ids: [] })).toEqual([])
  })
  it('is counted whole', async () => {
    await conversations.patientSaid('a', at(40), 'kf', ['lin'])
    const of = (scope: InboxQuery['scope'], staffId: string) => conversations.inboxCounts(scope, staffId)
    expect(await of({ programmeIds: ['g', 'h'] }, 'lin')).toMatchObject({
      waiting: 3,
      mine: 2,
      all: 5,
      unread: 1,
      unassigned: 2,
      snoozed: 1,
    })
    expect(await of({ participant: 'wang' }, 'wang')).toMatchObject({ waiting: 1, mine: 0, all: 2, unread: 0 })
    expect(await of({ programmeIds: [] }, 'lin')).toMatchObject({ waiting: 0, mine: 0, all: 0 })
  })
  it('tells the labels in use in it, each once', async () => {
    expect(await conversations.labelsInUse({ programmeIds: ['g', 'h'] })).toEqual(['用药', '饮食'])
    expect(await conversations.labelsInUse({ programmeIds: ['h'] })).toEqual(['饮食'])
    expect(await conversations.labelsInUse({ participant: 'lin' })).toEqual([])
  })
  it('leaves out of the queue what is put off, until it wakes', async () => {
    await conversations.snooze('c', at(50))
    expect(await ids({ filter: 'waiting' })).toEqual(['b', 'a'])
    expect(await conversations.inboxCounts({ programmeIds: ['g', 'h'] }, 'lin')).toMatchObject({ waiting: 2 })
    expect((await conversations.wakeSnoozed(at(50), 9)).map(({ _id }) => _id)).toEqual(['c'])
    expect(await ids({ filter: 'waiting' })).toEqual(['c', 'b', 'a'])
  })

  it('shows the last message in whichever order messages arrive', async () => {
    for (const [id, order] of [
      ['o1', [1, 2, 3]],
      ['o2', [3, 1, 2]],
      ['o3', [2, 3, 1]],
    ] as const) {
      await conversations.open({ _id: id, patientId: id, programmeId: 'order' })
      for (const minute of order) await said(id, minute, `m${minute}`)
      expect(await conversations.byId(id)).toMatchObject({ lastAt: at(3), last: { messageId: 'm3' } })
    }
  })
  it('shows the same one of two messages of one instant, in either order', async () => {
    for (const [id, order] of [
      ['t1', ['x', 'y']],
      ['t2', ['y', 'x']],
    ] as const) {
      await conversations.open({ _id: id, patientId: id, programmeId: 'order' })
      for (const messageId of order) await said(id, 1, messageId)
      expect((await conversations.byId(id))?.last?.messageId).toBe('y')
    }
  })
  it('shows the last message as it is said again', async () => {
    await said('o1', 3, 'm3', '')
    expect((await conversations.byId('o1'))?.last).toMatchObject({ messageId: 'm3', text: '' })
  })
  it('counts every touch', async () => {
    await Promise.all(Array.from({ length: 12 }, () => conversations.touch('o2')))
    expect((await conversations.byId('o2'))?.activity).toBe(12)
  })
})

describe('patients by name', () => {
  let database: OwnDatabase
  let conversations: ConversationRepository
  beforeAll(async () => {
    database = await ownDatabase()
    conversations = database.repositories.conversations
    for (const [id, name] of [
      ['mei', '李梅'],
      ['xiu', '王秀梅'],
      ['anna', 'Anna Li'],
      ['dot', '买买提·吐尔逊'],
      ['one', '梅'],
    ] as const) {
      await conversations.open({ _id: id, patientId: id, programmeId: 'g' })
      await conversations.setName(id, name)
    }
  }, 60_000)
  afterAll(() => database?.close())

  it.each([
    ['李梅', ['mei']],
    ['秀梅', ['xiu']],
    [' 王 秀梅 ', ['xiu']],
    ['ＡＮＮＡ', ['anna']],
    ['nali', ['anna']],
    ['买买提吐尔逊', ['dot']],
    ['买买提•吐', ['dot']],
    ['梅', []],
    ['', []],
    ['.*', []],
    ['李.*', []],
    ['^李梅$', ['mei']],
    ['梅李', []],
  ])('%p finds %p', async (q, expected) => {
    expect((await conversations.named(q, 10)).sort()).toEqual(expected)
  })
  it('are found by the name they have now, no more than asked', async () => {
    await conversations.setName('xiu', '李梅兰')
    expect(await conversations.named('秀梅', 10)).toEqual([])
    expect((await conversations.named('李梅', 10)).sort()).toEqual(['mei', 'xiu'])
    expect(await conversations.named('李梅', 1)).toHaveLength(1)
  })
})

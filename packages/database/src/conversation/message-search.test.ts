import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { MessageRepository } from './message.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()

describe('the search over messages', () => {
  let database: OwnDatabase
  let messages: MessageRepository
  const keep = (id: string, text: string, minute: number, programmeId = 'g'): Promise<boolean> =>
    messages.keep({
      _id: id,
      conversationId: 'c',
      programmeId,
      patientId: 'p',
      at: at(minute),
      author: { kind: 'patient', name: '李梅' },
      text,
      channel: 'kf',
      state: 'received',
    })
  const found = async (q: string, more: Partial<Parameters<MessageRepository['search']>[1]> = {}): Promise<string[]> =>
    (await messages.search(q, { limit: 20, ...more })).map(({ _id }) => _id)

  beforeAll(async () => {
    database = await ownDatabase()
    messages = database.repositories.messages
    await keep('sugar', '早上空腹血糖 6.8，要不要紧？', 1)
    await keep('after', '餐后血糖１１．２', 2)
    await keep('english', 'Metformin 500mg twice a day', 3)
    await keep('other', '血糖仪坏了', 4, 'h')
    await keep('apart', '血压高，糖没吃', 5)
    await keep('signs', 'a.*b [x] $where', 6)
  }, 60_000)
  afterAll(() => database?.close())

  it.each([
    ['血糖', ['other', 'after', 'sugar']],
    ['空腹血糖', ['sugar']],
    ['糖6.8', ['sugar']],
    ['餐后血糖11.2', ['after']],
    ['餐后 血糖，', ['after']],
    ['ＭＥＴＦＯＲＭＩＮ', ['english']],
    ['500MG', ['english']],
    ['糖', []],
    ['', []],
    ['，。', []],
    ['.*', []],
    ['a.*b', ['signs']],
    ['$where', ['signs']],
    ['[x]', []],
    ['血.*糖', ['other', 'after', 'sugar']],
    ['糖血', []],
  ])('%p finds %p', async (q, expected) => {
    expect(await found(q)).toEqual(expected)
  })

  it('is of the programmes and conversations that are named', async () => {
    expect(await found('血糖', { programmeIds: ['g'] })).toEqual(['after', 'sugar'])
    expect(await found('血糖', { programmeIds: ['none'] })).toEqual([])
    expect(await found('血糖', { programmeIds: ['h', 'none'] })).toEqual(['other'])
    expect(await found('血糖', { conversationIds: ['c', 'd'], limit: 2 })).toEqual(['other', 'after'])
    expect(await found('血糖', { conversationIds: ['d'] })).toEqual([])
    expect(await found('血糖', { conversationIds: [] })).toEqual([])
  })

  it('goes on after a page, also within one instant', async () => {
    for (const id of ['x', 'y', 'z']) await keep(id, '低血糖了', 7)
    const pages: string[][] = []
    let before: { at: string; id: string } | undefined
    for (;;) {
      const page = await messages.search('血糖', { limit: 2, ...(before ? { before } : {}) })
      const last = page.at(-1)
      if (!last) break
      pages.push(page.map(({ _id }) => _id))
      before = { at: last.at, id: last._id }
    }
    expect(pages).toEqual([
      ['z', 'y'],
      ['x', 'other'],
      ['after', 'sugar'],
    ])
  })

  it('finds a long message by its beginning', async () => {
    await keep('long', `${'很长的话'.repeat(200)}尾巴`, 8)
    expect(await found('长的话很')).toEqual(['long'])
  })
})

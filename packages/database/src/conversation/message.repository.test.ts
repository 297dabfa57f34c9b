import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { MessageRepository } from './message.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const REAL = 1_000_000
const failure = { code: '95001', zh: '发送失败', en: 'Failed' }

describe('messages', () => {
  let database: OwnDatabase
  let messages: MessageRepository
  const keep = (id: string, more: Partial<Parameters<MessageRepository['keep']>[0]> = {}): Promise<boolean> =>
    messages.keep({
      _id: id,
      conversationId: 'c',
      programmeId: 'g',
      patientId: 'p',
      at: at(0),
      author: { kind: 'patient' },
      text: id,
      channel: 'kf',
      state: 'received',
      ...more,
    } as Parameters<MessageRepository['keep']>[0])

  beforeAll(async () => {
    database = await ownDatabase()
    messages = database.repositories.messages
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection('messages').deleteMany({})
  })
  afterAll(() => database?.close())

  it('are kept once and never overwritten', async () => {
    const kept = await Promise.all(Array.from({ length: 10 }, (_, n) => keep('m', { text: `${n}` })))
    expect(kept.filter(Boolean)).toHaveLength(1)
    const text = (await messages.byId('m'))?.text
    expect(await keep('m', { text: 'another' })).toBe(false)
    expect((await messages.byId('m'))?.text).toBe(text)
  })

  it('being sent are settled, and sent ones may still turn out to have failed', async () => {
    await keep('m', { state: 'sending', leaseUntil: REAL })
    expect(await messages.settle('m', 'sent', null)).toMatchObject({ state: 'sent', leaseUntil: 0 })
    expect(await messages.settle('m', 'failed', failure)).toMatchObject({ state: 'failed', failure })
    expect(await messages.settle('m', 'sent', null)).toBeNull()
    expect(await messages.byId('m')).toMatchObject({ state: 'failed' })
  })
  it('of the patient are never settled', async () => {
    await keep('m')
    expect(await messages.settle('m', 'sent', null)).toBeNull()
    expect(await messages.settle('nowhere', 'sent', null)).toBeNull()
  })

  it('whose sender went away are taken once a lease', async () => {
    await keep('m', { state: 'sending', leaseUntil: REAL })
    expect(await messages.claimUnsettled(REAL, 1000)).toBeNull()
    const taken = await Promise.all(Array.from({ length: 6 }, () => messages.claimUnsettled(REAL + 1, 1000)))
    expect(taken.filter((row) => row !== null)).toMatchObject([{ _id: 'm', sendAttempts: 1, leaseUntil: REAL + 1001 }])
    expect(await messages.claimUnsettled(REAL + 1002, 1000)).toMatchObject({ sendAttempts: 2 })
    await messages.settle('m', 'sent', null)
    expect(await messages.claimUnsettled(REAL * 9, 1000)).toBeNull()
  })

  it('come newest first, the id breaking ties, no more than asked', async () => {
    await keep('b', { at: at(1) })
    await keep('a', { at: at(1) })
    await keep('z', { at: at(0) })
    await keep('x', { at: at(2), conversationId: 'd', patientId: 'q' })
    expect((await messages.ofPatient('p', 2)).map(({ _id }) => _id)).toEqual(['b', 'a'])
    expect((await messages.ofConversation('c', 9)).map(({ _id }) => _id)).toEqual(['b', 'a', 'z'])
  })

  it('written before the patient was known are adopted, others are not', async () => {
    await keep('a', { conversationId: 'stranger', patientId: null })
    await keep('b')
    await messages.adopt('stranger', 'c2', 'p2')
    expect(await messages.byId('a')).toMatchObject({ conversationId: 'c2', patientId: 'p2' })
    expect(await messages.byId('b')).toMatchObject({ conversationId: 'c', patientId: 'p' })
    expect(await messages.ofConversation('stranger', 9)).toEqual([])
  })
})

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

  it('come page by page, also where many are of one instant', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await keep(id, { at: at(1) })
    await keep('f', { at: at(2) })
    const pages: string[][] = []
    for (let before: { at: string; id: string } | undefined; ;) {
      const page = await messages.ofConversation('c', 2, before)
      if (page.length === 0) break
      pages.push(page.map(({ _id }) => _id))
      const last = page.at(-1) as (typeof page)[number]
      before = { at: last.at, id: last._id }
    }
    expect(pages).toEqual([
      ['f', 'e'],
      ['d', 'c'],
      ['b', 'a'],
    ])
  })

  it('that were recalled lose words and content and are found no more', async () => {
    await keep('m', { text: '我的身份证号', content: { kind: 'image', mediaId: 'f' } })
    expect(await messages.recall('m', at(3))).toMatchObject({ recalledAt: at(3), text: '', content: null, grams: [] })
    const stored = JSON.stringify(await database.connection.collection('messages').findOne({ _id: 'm' as never }))
    expect(stored).not.toMatch(/身份|证号|mediaId/)
    expect(await messages.search('身份证', { limit: 9 })).toEqual([])
    expect((await messages.ofConversation('c', 9)).map(({ _id }) => _id)).toEqual(['m'])
    expect(await messages.recall('nowhere', at(3))).toBeNull()
  })

  it('with a menu keep the first tap', async () => {
    const entries = [
      { id: 'good', label: '好' },
      { id: 'bad', label: '不好' },
    ]
    await keep('m', { content: { kind: 'menu', entries, chosen: null } as never })
    await keep('plain')
    const taps = ['good', 'bad', 'good', 'bad']
    await Promise.all(taps.map((tap) => messages.choose('m', tap)))
    const chosen = (await messages.byId('m'))?.content as unknown as { chosen: string }
    expect(['good', 'bad']).toContain(chosen.chosen)
    await messages.choose('m', 'late')
    expect((await messages.byId('m'))?.content).toMatchObject({ chosen: chosen.chosen })
    await messages.choose('plain', 'good')
    expect((await messages.byId('plain'))?.content).toBeNull()
  })

  it('of patient and family are counted since an instant, others are not', async () => {
    await keep('a', { at: at(1) })
    await keep('b', { at: at(2) })
    await keep('c', { at: at(3), author: { kind: 'family', name: '李强', relation: '儿子' } })
    await keep('d', { at: at(4), author: { kind: 'assistant' } })
    await keep('e', { at: at(5), conversationId: 'd' })
    expect(await messages.countOfPatientSince('c', at(1))).toBe(2)
    expect(await messages.countOfPatientSince('c', '')).toBe(3)
    expect(await messages.countOfPatientSince('c', at(3))).toBe(0)
  })

  it('of a span of a programme give its figures, without a word of what was said', async () => {
    await keep('a', { at: at(1), faq: { id: 'f1', question: '头晕怎么办', version: 1 }, touchpointId: 't' })
    await keep('b', { at: at(2) })
    await keep('c', { at: at(3) })
    await keep('d', { at: at(1), programmeId: 'h' })
    const figures = await messages.figures('g', at(1), at(3))
    expect(figures.sort((x, y) => (x.at < y.at ? -1 : 1))).toEqual([
      { at: at(1), author: { kind: 'patient' }, faq: { id: 'f1' }, touchpointId: 't' },
      { at: at(2), author: { kind: 'patient' }, faq: null, touchpointId: null },
    ])
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

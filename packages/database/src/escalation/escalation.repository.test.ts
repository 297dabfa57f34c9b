import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { EscalationRow, Telling } from './escalation.collection'
import type { EscalationRepository } from './escalation.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const REAL = 1_000_000
const LEASE = 60_000

describe('escalations', () => {
  let database: OwnDatabase
  let escalations: EscalationRepository
  const begin = (id: string, minute = 0, conversationId = 'c'): Promise<void> =>
    escalations.begin({
      _id: id,
      kind: 'hand-over',
      subject: { conversationId, handOverId: 'h', patientId: 'p', programmeId: 'g' },
      ladder: 'conversation',
      urgency: 'ordinary',
      startedAt: at(minute),
    })
  const claim = (minute = 0, token = 'w', real = REAL): Promise<EscalationRow | null> =>
    escalations.claim(at(minute), real, LEASE, token)
  const held = async (minute = 0, token = 'w', real = REAL): Promise<EscalationRow> =>
    (await claim(minute, token, real)) as EscalationRow
  const row = async (id: string): Promise<EscalationRow> => (await escalations.byId(id)) as EscalationRow
  const telling = (taskId: string): Telling => ({
    taskId,
    rung: 0,
    role: 'careAssistant',
    at: at(0),
    staffId: 'lin',
    reason: { code: 'on-duty', zh: '当班', en: 'On duty' },
    state: 'trying',
    responseCode: null,
    why: null,
  })

  beforeAll(async () => {
    database = await ownDatabase()
    escalations = database.repositories.escalations
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection('escalations').deleteMany({})
  })
  afterAll(() => database?.close())

  it('begin once, also by many at once, and are due at once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, minute) => begin('e', minute)))
    const first = await row('e')
    expect(first).toMatchObject({ nextAt: first.startedAt, told: [], acknowledgedAt: null, cardsStale: false })
    await escalations.acknowledge('e', 'lin', at(20))
    await begin('e', 30)
    expect(await row('e')).toMatchObject({ startedAt: first.startedAt, acknowledgedBy: 'lin', nextAt: null })
  })

  it('are claimed by one of many workers, the longest due first', async () => {
    for (const minute of [3, 1, 2]) await begin(`e${minute}`, minute)
    expect(await claim(0)).toBeNull()
    const taken = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(5, `w${n}`)))
    const rows = taken.filter((one) => one !== null)
    expect(rows.map(({ _id }) => _id).sort()).toEqual(['e1', 'e2', 'e3'])
    expect(new Set(rows.map(({ leaseToken }) => leaseToken)).size).toBe(3)
    for (const one of rows) await escalations.finish(one, one.nextAt)
    expect(await claim(5)).toMatchObject({ _id: 'e1' })
  })

  it('whose worker went away are claimed again after the lease, and not worked on by the old one', async () => {
    await begin('e')
    const old = await held(0, 'old')
    expect(await claim(0, 'new', REAL + LEASE)).toBeNull()
    const taken = await held(0, 'new', REAL + LEASE + 1)
    expect(await escalations.trying(old, telling('t1'))).toBe(false)
    await escalations.finish(old, at(9))
    expect(await row('e')).toMatchObject({ leaseToken: 'new', nextAt: at(0), told: [] })
    expect(await escalations.trying(taken, telling('t1'))).toBe(true)
  })

  it('keep a telling before its call, once, and what became of it', async () => {
    await begin('e')
    const mine = await held()
    expect(await escalations.trying(mine, telling('t1'))).toBe(true)
    expect(await escalations.trying(mine, telling('t1'))).toBe(false)
    expect(await escalations.trying(mine, telling('t2'))).toBe(true)
    await escalations.settle('e', 't2', { state: 'sent', responseCode: 'code', why: null })
    expect((await row('e')).told).toEqual([
      telling('t1'),
      { ...telling('t2'), state: 'sent', responseCode: 'code', why: null },
    ])
    await escalations.settle('e', 't1', { state: 'not-sent', responseCode: null, why: '81013' })
    expect((await row('e')).told[0]).toMatchObject({ state: 'not-sent', why: '81013' })
    expect(await escalations.byTask('t2')).toMatchObject({ _id: 'e' })
    expect(await escalations.byTask('t3')).toBeNull()
    await escalations.settle('e', 't3', { state: 'sent', responseCode: null, why: null })
    expect((await row('e')).told).toHaveLength(2)
  })

  it('wait for their next rung and are over after the last', async () => {
    await begin('e')
    await escalations.finish(await held(), at(10))
    expect(await escalations.nextDue()).toBe(at(10))
    expect(await claim(9)).toBeNull()
    await escalations.finish(await held(10), null)
    expect(await escalations.nextDue()).toBeNull()
    expect(await claim(59)).toBeNull()
  })

  it('are acknowledged by one of many, and tell nobody any more', async () => {
    await begin('e')
    const mine = await held()
    await escalations.trying(mine, telling('t1'))
    const people = ['lin', 'wang', 'zhao', 'qian']
    const done = await Promise.all(people.map((person) => escalations.acknowledge('e', person, at(1))))
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await row('e')).toMatchObject({ acknowledgedBy: people[done.indexOf(true)], nextAt: null, cardsStale: true })
    expect(await escalations.trying(mine, telling('t2'))).toBe(false)
    await escalations.finish(mine, at(10))
    expect(await row('e')).toMatchObject({ nextAt: null, leaseToken: null })
    expect((await row('e')).told).toHaveLength(1)
    await escalations.end('e', at(2))
    expect((await row('e')).endedAt).toBeNull()
    expect(await escalations.acknowledge('none', 'lin', at(1))).toBe(false)
  })

  it('end once: nobody acknowledges what is over', async () => {
    await begin('e')
    await escalations.end('e', at(1))
    await escalations.end('e', at(2))
    expect(await row('e')).toMatchObject({ endedAt: at(1), nextAt: null, cardsStale: true })
    expect(await escalations.acknowledge('e', 'lin', at(3))).toBe(false)
    const mine = await held(5)
    expect(await escalations.trying(mine, telling('t1'))).toBe(false)
  })

  it('tell the cards that they are over: one worker, until it is done', async () => {
    await begin('e')
    await escalations.acknowledge('e', 'lin', at(1))
    const taken = await Promise.all(Array.from({ length: 6 }, (_, n) => claim(0, `w${n}`)))
    const rows = taken.filter((one) => one !== null)
    expect(rows).toMatchObject([{ _id: 'e', cardsStale: true }])
    const again = await held(0, 'again', REAL + LEASE + 1)
    await escalations.cardsDone(rows[0] as EscalationRow)
    expect(await row('e')).toMatchObject({ cardsStale: true, leaseToken: 'again' })
    await escalations.cardsDone(again)
    expect(await row('e')).toMatchObject({ cardsStale: false, leaseToken: null, acknowledgedBy: 'lin' })
    expect(await claim(59, 'w', REAL * 9)).toBeNull()
  })

  it('that are due come before cards', async () => {
    await begin('over')
    await escalations.acknowledge('over', 'lin', at(0))
    await begin('due', 1)
    expect(await claim(1, 'a')).toMatchObject({ _id: 'due' })
    expect(await claim(1, 'b')).toMatchObject({ _id: 'over' })
    expect(await claim(1, 'c')).toBeNull()
  })

  it('come newest first of a conversation', async () => {
    for (const minute of [1, 3, 2]) await begin(`e${minute}`, minute)
    await begin('other', 4, 'd')
    expect((await escalations.ofConversation('c', 2)).map(({ _id }) => _id)).toEqual(['e3', 'e2'])
  })
})

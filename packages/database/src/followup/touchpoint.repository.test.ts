import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { TouchpointRow } from './touchpoint.collection'
import type { TouchpointRepository } from './touchpoint.repository'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString()

describe('touchpoints', () => {
  let database: OwnDatabase
  let touchpoints: TouchpointRepository
  const create = (id: string, more: Partial<Parameters<TouchpointRepository['create']>[0]> = {}): Promise<boolean> =>
    touchpoints.create({
      _id: id,
      key: `key-${id}`,
      patientId: 'p',
      enrolmentId: 'e',
      programmeId: 'g',
      planId: 'week',
      planVersion: 1,
      stepId: 'check',
      anchorEventId: 'enrolled',
      ordinal: 0,
      topic: 'followUp',
      plannedDue: at(2),
      due: at(2),
      reason: { code: 'planned-by-step', params: {} },
      createdAt: at(0),
      ...more,
    })
  const stored = async (id: string): Promise<TouchpointRow> => (await touchpoints.byId(id)) as TouchpointRow

  beforeAll(async () => {
    database = await ownDatabase()
    touchpoints = database.repositories.touchpoints
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection('touchpoints').deleteMany({})
  })
  afterAll(() => database?.close())

  it('are planned with their first history', async () => {
    expect(await create('a')).toBe(true)
    expect(await stored('a')).toMatchObject({
      state: 'planned',
      revision: 0,
      attempt: null,
      gates: null,
      history: [{ at: at(0), from: null, to: 'planned', reason: { code: 'planned-by-step' }, due: at(2) }],
    })
  })

  it('are one a key, whoever plans it and under whatever id', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, (_, n) => create(`t${n}`, { key: 'same' })))
    expect(made.filter(Boolean)).toHaveLength(1)
    const [only] = await touchpoints.ofPatient('p')
    expect(await create(only?._id as string, { key: 'same' })).toBe(false)
    expect(await touchpoints.ofPatient('p')).toHaveLength(1)
  })

  it('go over by one worker of two that read the same revision', async () => {
    await create('a')
    const seen = await stored('a')
    const change = { to: 'due' as const, reason: { code: 'reached-due' as const, params: {} }, at: at(2) }
    const changed = await Promise.all(Array.from({ length: 8 }, () => touchpoints.transition(seen, change)))
    expect(changed.filter((row) => row !== null)).toHaveLength(1)
    expect(await stored('a')).toMatchObject({ state: 'due', revision: 1 })
    expect((await stored('a')).history).toHaveLength(2)
  })

  it('keep every transition with its instant, reason and new due', async () => {
    await create('a')
    const due = await touchpoints.transition(await stored('a'), {
      to: 'due',
      reason: { code: 'reached-due', params: {} },
      at: at(2),
    })
    const reason = { code: 'in-quiet-hours' as const, params: { from: '21:00', to: '08:00' } }
    const gates = [{ gate: 'quiet-hours' as const, verdict: 'defer' as const, says: { zh: '安静', en: 'quiet' } }]
    const later = await touchpoints.transition(due as TouchpointRow, {
      to: 'planned',
      reason,
      at: at(2),
      due: at(10),
      gates,
    })
    expect(later).toMatchObject({ state: 'planned', due: at(10), plannedDue: at(2), reason, gates, revision: 2 })
    expect(later?.history.map(({ from, to, due: next }) => [from, to, next])).toEqual([
      [null, 'planned', at(2)],
      ['planned', 'due', undefined],
      ['due', 'planned', at(10)],
    ])
  })

  it('hold the attempt before the call and lose nothing of it afterwards', async () => {
    await create('a')
    const attempt = { id: 'm', channel: 'kf' as const, text: '您好', contentId: 'hello', at: at(2), messageId: 'm' }
    const claimed = await touchpoints.transition(await stored('a'), {
      to: 'claimed',
      reason: { code: 'claimed-by-dispatcher', params: {} },
      at: at(2),
      attempt,
      channel: 'kf',
    })
    expect(claimed).toMatchObject({ state: 'claimed', attempt, channel: 'kf' })
    const delivered = await touchpoints.transition(claimed as TouchpointRow, {
      to: 'delivered',
      reason: { code: 'accepted-by-channel', params: { channel: 'kf' } },
      at: at(2),
    })
    expect(delivered).toMatchObject({ state: 'delivered', attempt, channel: 'kf', due: at(2) })
  })

  it('move with plan version and planned due', async () => {
    await create('a')
    const moved = await touchpoints.transition(await stored('a'), {
      to: 'planned',
      reason: { code: 'moved-with-event', params: { from: at(2) } },
      at: at(1),
      due: at(5),
      plannedDue: at(5),
      planVersion: 2,
    })
    expect(moved).toMatchObject({ due: at(5), plannedDue: at(5), planVersion: 2 })
  })

  it('are found by patient in order of due, by programme and span, and counted', async () => {
    await create('b', { due: at(9) })
    await create('a', { due: at(3) })
    await create('x', { patientId: 'q', due: at(12) })
    await create('y', { patientId: 'q', programmeId: 'other', due: at(5) })
    await touchpoints.transition(await stored('x'), {
      to: 'skipped',
      reason: { code: 'too-late', params: {} },
      at: at(1),
    })
    expect((await touchpoints.ofPatient('p')).map(({ _id }) => _id)).toEqual(['a', 'b'])
    expect((await touchpoints.ofPatients(['p', 'q'])).map(({ _id }) => _id).sort()).toEqual(['a', 'b', 'x', 'y'])
    expect((await touchpoints.byIds(['a', 'y', 'none'])).map(({ _id }) => _id).sort()).toEqual(['a', 'y'])
    const between = await touchpoints.dueBetween('g', at(3), at(12))
    expect(between.map(({ _id }) => _id).sort()).toEqual(['a', 'b'])
    expect((await touchpoints.dueBetween('g', at(12), at(13))).map(({ _id }) => _id)).toEqual(['x'])
    expect(await touchpoints.countByState('g')).toEqual({ planned: 2, skipped: 1 })
    expect(await touchpoints.count('g', ['planned', 'skipped'])).toBe(3)
    expect(await touchpoints.count('g', ['due'])).toBe(0)
  })
})

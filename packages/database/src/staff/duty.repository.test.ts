import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { DutyRepository } from './duty.repository'

describe('duty', () => {
  let database: OwnDatabase
  let duty: DutyRepository
  beforeAll(async () => {
    database = await ownDatabase()
    duty = database.repositories.duty
  }, 60_000)
  afterAll(() => database?.close())

  it('is nothing until it is set, then what was set last', async () => {
    expect(await duty.ofProgramme('g')).toBeNull()
    const row = {
      _id: 'g',
      hours: { workdays: [1, 2, 3, 4, 5], from: 480, to: 1050 },
      members: [{ id: 'lin.wang', availability: 'always' as const }],
      onCall: 'lin.wang',
    }
    await duty.save(row)
    expect(await duty.ofProgramme('g')).toEqual(row)
    const next = { ...row, members: [], onCall: null }
    await duty.save(next)
    expect(await duty.ofProgramme('g')).toEqual(next)
    expect(await duty.ofProgramme('h')).toBeNull()
  })

  it('has ready sentences, replaced as a whole; none is not the same as never set', async () => {
    expect(await duty.macrosOf('g')).toBeNull()
    const macro = { id: 'm', title: '问候', text: '{patientName}您好' }
    await duty.saveMacros('g', [macro, { ...macro, id: 'n' }])
    expect(await duty.macrosOf('g')).toEqual([macro, { ...macro, id: 'n' }])
    await duty.saveMacros('g', [])
    expect(await duty.macrosOf('g')).toEqual([])
    expect(await duty.macrosOf('h')).toBeNull()
  })

  it('counts every change, also the first ones at once', async () => {
    expect(await duty.activityOf(['g', 'h'])).toBe(0)
    await Promise.all(Array.from({ length: 20 }, () => duty.touch('g')))
    await duty.touch('h')
    expect(await duty.activityOf(['g'])).toBe(20)
    expect(await duty.activityOf(['g', 'h', 'none'])).toBe(21)
    expect(await duty.activityOf([])).toBe(0)
  })
})

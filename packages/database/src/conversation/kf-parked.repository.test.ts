import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { KfParkedRepository } from './kf-parked.repository'

const row = (msgid: string, programmeId = 'g', at = '2026-11-23T02:00:00.000Z') => ({
  _id: msgid,
  openKfid: 'wk1',
  programmeId,
  row: { msgid, msgtype: 'text', text: { content: '…' } },
  tries: 5,
  at,
  error: 'TypeError',
})

describe('parked rows of kf accounts', () => {
  let database: OwnDatabase
  let parked: KfParkedRepository
  beforeAll(async () => {
    database = await ownDatabase()
    parked = database.repositories.kfParked
  }, 60_000)
  beforeEach(async () => {
    await database.connection.collection('kfparked').deleteMany({})
  })
  afterAll(() => database?.close())

  it('are kept whole, and once, as they were parked first', async () => {
    await parked.park(row('m1'))
    await parked.park({ ...row('m1'), error: 'RangeError', tries: 9 })
    expect(await parked.byId('m1')).toEqual(row('m1'))
    expect(await parked.count('g')).toBe(1)
  })
  it('are counted and listed by programme, oldest first', async () => {
    await parked.park(row('m2', 'g', '2026-11-23T03:00:00.000Z'))
    await parked.park(row('m1'))
    await parked.park(row('m3', 'h'))
    expect([await parked.count('g'), await parked.count('h'), await parked.count('none')]).toEqual([2, 1, 0])
    expect((await parked.ofProgramme('g', 10)).map(({ _id }) => _id)).toEqual(['m1', 'm2'])
    expect(await parked.ofProgramme('g', 1)).toHaveLength(1)
  })
  it('go when somebody has dealt with them', async () => {
    await parked.park(row('m1'))
    await parked.remove('m1')
    expect(await parked.byId('m1')).toBeNull()
  })
})

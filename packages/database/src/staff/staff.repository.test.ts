import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { StaffRepository } from './staff.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()

describe('staff', () => {
  let database: OwnDatabase
  let staff: StaffRepository
  const save = (id: string, more: Partial<Parameters<StaffRepository['save']>[0]> = {}): Promise<void> =>
    staff.save({
      _id: id,
      userid: id,
      name: id,
      title: '主治医师',
      role: 'physician',
      account: null,
      passwordHash: null,
      ...more,
    })
  beforeAll(async () => {
    database = await ownDatabase()
    staff = database.repositories.staff
  }, 60_000)
  afterAll(() => database?.close())

  it('are found by id, member and account', async () => {
    await save('lin')
    await save('local', { userid: null, account: 'local', passwordHash: 'h', role: 'operator' })
    await save('spare', { userid: null, account: null, role: 'operator' })
    expect(await staff.byUserid('LIN')).toMatchObject({ _id: 'lin' })
    expect(await staff.byAccount('local')).toMatchObject({ _id: 'local', passwordHash: 'h' })
    expect((await staff.byIds(['lin', 'local', 'none'])).map(({ _id }) => _id).sort()).toEqual(['lin', 'local'])
    expect((await staff.withRole('operator')).map(({ _id }) => _id)).toEqual(['local', 'spare'])
    expect(await staff.byUserid('nobody')).toBeNull()
  })
  it('are found whatever the case in which WeCom wrote the member', async () => {
    await save('wang', { userid: 'WangFang' })
    expect(await staff.byUserid('wangfang')).toMatchObject({ _id: 'wang' })
    expect(await staff.byUserid('WangFang')).toMatchObject({ _id: 'wang' })
  })
  it('are one a member and account', async () => {
    await expect(save('lin2', { userid: 'lin' })).rejects.toMatchObject({ code: 11000 })
    await expect(save('local2', { userid: 'l2', account: 'local' })).rejects.toMatchObject({ code: 11000 })
  })
  it('of several roles are found together, by id', async () => {
    await save('nurse', { role: 'careAssistant' })
    const found = await staff.withRoles(['careAssistant', 'operator'])
    expect(found.map(({ _id }) => _id)).toEqual(['local', 'nurse', 'spare'])
    expect(await staff.withRoles([])).toEqual([])
  })
  it('are told together that their list changed', async () => {
    await save('t1')
    await save('t2')
    await Promise.all([staff.touchAll(['t1', 't2', 'none']), staff.touchAll(['t2']), staff.touchAll([])])
    expect((await staff.byIds(['t1', 't2'])).map(({ activity }) => activity).sort()).toEqual([1, 2])
  })
  it('who left are found no more', async () => {
    await save('gone')
    await database.connection.collection('staff').updateOne({ _id: 'gone' as never }, { $set: { active: false } })
    expect(await staff.byId('gone')).toBeNull()
    expect(await staff.byUserid('gone')).toBeNull()
    expect((await staff.withRole('physician')).map(({ _id }) => _id)).not.toContain('gone')
  })
  it('keep what changed in their list when they are saved again', async () => {
    await staff.touch('lin')
    await save('lin', { title: '主任医师' })
    expect(await staff.byId('lin')).toMatchObject({ activity: 1, title: '主任医师' })
  })

  it('sign in once a state, by the cookie that began it, in time', async () => {
    await staff.beginSignIn({ _id: 's', cookieDigest: 'c', expiresAt: at(10) })
    expect(await staff.endSignIn('s', 'stolen', at(1))).toBe(false)
    expect(await staff.endSignIn('s', 'c', at(10))).toBe(false)
    const ended = await Promise.all(Array.from({ length: 6 }, () => staff.endSignIn('s', 'c', at(9))))
    expect(ended.filter(Boolean)).toHaveLength(1)
    expect(await staff.endSignIn('s', 'c', at(9))).toBe(false)
  })
  it('sign-ins that ran out are forgotten, others are not', async () => {
    await staff.beginSignIn({ _id: 'old', cookieDigest: 'c', expiresAt: at(5) })
    await staff.beginSignIn({ _id: 'new', cookieDigest: 'c', expiresAt: at(6) })
    await staff.forgetSignIns(at(5))
    expect(await database.connection.collection('signinstates').countDocuments({})).toBe(1)
    expect(await staff.endSignIn('new', 'c', at(5))).toBe(true)
  })
})

import type { ProgrammeDefinition } from '@suixing/contracts'
import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import { ProgrammeVersionTaken } from './programme.repository'
import type { ProgrammeRepository } from './programme.repository'

const at = '2026-11-23T02:00:00.000Z'
const definition = (id: string, version: number, name = id): ProgrammeDefinition =>
  ({ id, version, name }) as unknown as ProgrammeDefinition

describe('programmes', () => {
  let database: OwnDatabase
  let programmes: ProgrammeRepository
  beforeAll(async () => {
    database = await ownDatabase()
    programmes = database.repositories.programmes
  }, 60_000)
  afterAll(() => database?.close())

  it('are published once a version and never changed', async () => {
    await Promise.all(Array.from({ length: 6 }, () => programmes.publish(definition('a', 1), 'digest', at)))
    const changed = programmes.publish(definition('a', 1, 'changed'), 'another', at)
    await expect(changed).rejects.toBeInstanceOf(ProgrammeVersionTaken)
    await expect(changed).rejects.toMatchObject({ code: 'programme-version-taken' })
    expect((await programmes.current()).map(({ name }) => name)).toEqual(['a'])
  })
  it('are current in their highest version, by number', async () => {
    for (const version of [2, 10, 9]) await programmes.publish(definition('a', version), `d${version}`, at)
    await programmes.publish(definition('b', 1), 'b', at)
    expect((await programmes.current()).map(({ id, version }) => [id, version])).toEqual([
      ['a', 10],
      ['b', 1],
    ])
  })

  const way = (id: string, physicianId: string, state: string) => ({
    _id: id,
    programmeId: 'a',
    physicianId,
    userid: physicianId,
    state,
    createdAt: at,
  })
  it('have one contact way a physician', async () => {
    const wanted = await Promise.all(
      ['w1', 'w2', 'w3'].map((id) => programmes.wantContactWay(way(id, 'lin', `s-${id}`))),
    )
    expect(new Set(wanted.map(({ _id }) => _id)).size).toBe(1)
    const [first] = wanted
    expect(first).toMatchObject({ status: 'creating', scans: 0 })
    const settled = { status: 'ready' as const, configId: 'c', qrCode: 'https://wework.qpic.cn/q', failure: null }
    expect(await programmes.settleContactWay(first?._id as string, settled)).toMatchObject(settled)
    await Promise.all(Array.from({ length: 5 }, () => programmes.countScan(first?._id as string)))
    expect(await programmes.contactWayByState(first?.state as string)).toMatchObject({ scans: 5, ...settled })
    expect(await programmes.wantContactWay(way('w9', 'lin', 's9'))).toMatchObject({ _id: first?._id, scans: 5 })
    expect(await programmes.contactWay('a', 'lin')).toMatchObject({ _id: first?._id })
    expect(await programmes.contactWay('a', 'nobody')).toBeNull()
    await programmes.wantContactWay(way('w0', 'chen', 's0'))
    expect((await programmes.contactWays('a')).map(({ physicianId }) => physicianId)).toEqual(['chen', 'lin'])
  })
})

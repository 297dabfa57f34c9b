import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { EnrolmentRow } from './enrolment.collection'
import type { EnrolmentRepository } from './enrolment.repository'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString()
const consent = { version: '1', scopes: ['care'] }

describe('enrolments', () => {
  let database: OwnDatabase
  let enrolments: EnrolmentRepository
  const invite = (id: string, physician = 'doctor', programmeId = 'g'): Promise<void> =>
    enrolments.invite(
      { _id: id, patientId: `p-${id}`, programmeId, contactWayId: 'way', responsiblePhysicianId: physician },
      at(0),
    )
  const stored = async (id: string): Promise<EnrolmentRow> => (await enrolments.byId(id)) as EnrolmentRow

  beforeAll(async () => {
    database = await ownDatabase()
    enrolments = database.repositories.enrolments
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection('enrolments').deleteMany({})
  })
  afterAll(() => database?.close())

  it('are invited once; another code changes the physician and nothing else', async () => {
    await Promise.all(
      [invite('a'), invite('a'), invite('a')].map((one) => one.catch((error) => expect(error.code).toBe(11000))),
    )
    await enrolments.enrol('a', consent, at(1))
    await invite('a', 'another')
    expect(await stored('a')).toMatchObject({
      status: 'enrolled',
      responsiblePhysicianId: 'another',
      enrolledAt: at(1),
    })
    expect((await stored('a')).history.map(({ status }) => status)).toEqual(['invited', 'enrolled'])
  })

  it('are one a patient and programme', async () => {
    await invite('a')
    const again = { _id: 'b', patientId: 'p-a', programmeId: 'g', contactWayId: null, responsiblePhysicianId: 'doctor' }
    await expect(enrolments.invite(again, at(0))).rejects.toMatchObject({ code: 11000 })
  })

  it('are enrolled once, by one of many requests', async () => {
    await invite('a')
    const enrolled = await Promise.all(Array.from({ length: 8 }, () => enrolments.enrol('a', consent, at(1))))
    expect(enrolled.filter((row) => row !== null)).toHaveLength(1)
    expect(await stored('a')).toMatchObject({
      status: 'enrolled',
      enrolledAt: at(1),
      consent: { ...consent, at: at(1), withdrawnAt: null },
    })
    expect((await stored('a')).history).toHaveLength(2)
    expect(await enrolments.enrol('nowhere', consent, at(1))).toBeNull()
  })

  it('are withdrawn once, with the consent, and never enrolled again', async () => {
    await invite('a')
    await enrolments.enrol('a', consent, at(1))
    expect(await enrolments.withdraw('a', 'moved away', at(2))).toMatchObject({
      status: 'withdrawn',
      consent: { version: '1', withdrawnAt: at(2) },
    })
    expect(await enrolments.withdraw('a', 'again', at(3))).toBeNull()
    expect(await enrolments.enrol('a', consent, at(4))).toBeNull()
    expect((await stored('a')).history.at(-1)).toEqual({ at: at(2), status: 'withdrawn', why: 'moved away' })
  })

  it('are withdrawn before any consent', async () => {
    await invite('a')
    expect(await enrolments.withdraw('a', 'no', at(1))).toMatchObject({ status: 'withdrawn', consent: null })
  })

  it('end withdrawn whenever a withdrawal meets the consent', async () => {
    for (let round = 0; round < 10; round += 1) {
      await invite(`r${round}`)
      await Promise.all([enrolments.withdraw(`r${round}`, 'no', at(2)), enrolments.enrol(`r${round}`, consent, at(2))])
      const { status, consent: given } = await stored(`r${round}`)
      expect(status).toBe('withdrawn')
      if (given) expect(given.withdrawnAt).toBe(at(2))
    }
  })

  it('know each friend once and whether it still is one', async () => {
    await invite('a')
    const friend = { userid: 'lin', externalUserid: 'wm1', active: true }
    await Promise.all(Array.from({ length: 8 }, () => enrolments.setFriend('a', friend)))
    await enrolments.setFriend('a', { ...friend, userid: 'zhou' })
    await enrolments.setFriend('a', { ...friend, active: false })
    expect((await stored('a')).friends).toEqual([
      { ...friend, active: false },
      { ...friend, userid: 'zhou' },
    ])
    await enrolments.setFriend('nowhere', friend)
    expect(await enrolments.byId('nowhere')).toBeNull()
  })

  it('note when a rule may turn', async () => {
    await invite('a')
    await enrolments.setRulesChangeAt('a', at(5))
    expect((await stored('a')).rulesChangeAt).toBe(at(5))
    await enrolments.setRulesChangeAt('a', null)
    expect((await stored('a')).rulesChangeAt).toBeNull()
  })

  it('are paged by id, by programme and status, and counted', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await invite(id)
    await invite('x', 'another', 'other')
    await enrolments.enrol('b', consent, at(1))
    await enrolments.enrol('d', consent, at(1))
    const ids = (rows: EnrolmentRow[]): string[] => rows.map(({ _id }) => _id)
    expect(ids(await enrolments.ofProgramme('g', null, null, 3))).toEqual(['a', 'b', 'c'])
    expect(ids(await enrolments.ofProgramme('g', null, 'c', 3))).toEqual(['d'])
    expect(ids(await enrolments.ofProgramme('g', 'enrolled', null, 1))).toEqual(['b'])
    expect(ids(await enrolments.ofProgramme('g', 'enrolled', 'b', 9))).toEqual(['d'])
    expect(await enrolments.countByStatus('g')).toEqual({ invited: 2, enrolled: 2 })
    expect(ids(await enrolments.ofPhysician('another'))).toEqual(['x'])
    expect(ids(await enrolments.ofPatient('p-c'))).toEqual(['c'])
    expect(ids(await enrolments.ofPatients(['p-a', 'p-x'])).sort()).toEqual(['a', 'x'])
    expect(ids(await enrolments.byIds(['d', 'a', 'none']))).toEqual(['a', 'd'])
  })
})

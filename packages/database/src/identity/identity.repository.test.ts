import type { OptOut } from '@suixing/contracts'
import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { PatientRow } from './patient.collection'
import type { IdentityRepository } from './identity.repository'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString()
const optOut = (scope: OptOut['scope'], hour = 1): OptOut => ({ scope, at: at(hour) })

describe('identities', () => {
  let database: OwnDatabase
  let identities: IdentityRepository
  const create = (id: string, name = '李梅'): Promise<void> =>
    identities.createPatient({ _id: id, name, gender: 'female', timeZone: 'Asia/Shanghai' }, at(0))
  const stored = async (id: string): Promise<PatientRow> => (await identities.patient(id)) as PatientRow

  beforeAll(async () => {
    database = await ownDatabase()
    identities = database.repositories.identities
  }, 60_000)
  afterAll(() => database?.close())

  describe('patients', () => {
    it('are made once and keep what they hold', async () => {
      await create('p1')
      await identities.setProfile('p1', { profile: { diagnosisYear: 2019, therapy: 'diet' } })
      await create('p1', 'somebody')
      expect(await stored('p1')).toMatchObject({
        name: '李梅',
        profile: { diagnosisYear: 2019, therapy: 'diet' },
        optOuts: [],
        activity: 0,
      })
      expect(await identities.patient('nowhere')).toBeNull()
    })
    it('are found together', async () => {
      await create('p2')
      await create('p3')
      expect((await identities.patients(['p3', 'none', 'p2'])).map(({ _id }) => _id).sort()).toEqual(['p2', 'p3'])
    })
    it('change profile and preferences apart', async () => {
      await create('p4')
      const preferences = { hour: 'lunch', channel: 'wechat' as const, family: null }
      await identities.setProfile('p4', { profile: { diagnosisYear: 2020, therapy: 'insulin' } })
      await identities.setProfile('p4', { preferences })
      await identities.setGlucose('p4', { latest: { at: at(1) }, counts: {} })
      expect(await stored('p4')).toMatchObject({
        profile: { therapy: 'insulin' },
        preferences,
        glucose: { counts: {} },
      })
    })
    it('count everything a screen may show', async () => {
      await create('p5')
      await Promise.all(Array.from({ length: 10 }, () => identities.touch('p5', at(2))))
      expect(await stored('p5')).toMatchObject({ activity: 10, lastActivityAt: at(2) })
    })
  })

  describe('opt-outs', () => {
    it('are kept once a scope, the first instant staying', async () => {
      await create('o1')
      await identities.addOptOut('o1', optOut({ topic: 'education' }, 1))
      await identities.addOptOut('o1', optOut({ topic: 'education' }, 2))
      await identities.addOptOut('o1', optOut({ channel: 'kf' }))
      await identities.addOptOut('o1', optOut({ all: true }))
      expect((await stored('o1')).optOuts).toEqual([
        optOut({ topic: 'education' }, 1),
        optOut({ channel: 'kf' }),
        optOut({ all: true }),
      ])
    })
    it('are one of many at once', async () => {
      await create('o2')
      await Promise.all(Array.from({ length: 8 }, () => identities.addOptOut('o2', optOut({ channel: 'kf' }))))
      expect((await stored('o2')).optOuts).toHaveLength(1)
    })
    it('are taken back by scope, others staying', async () => {
      await create('o3')
      for (const scope of [{ topic: 'education' }, { topic: 'reminder' }, { channel: 'kf' }] as const)
        await identities.addOptOut('o3', optOut(scope))
      await identities.removeOptOut('o3', { topic: 'education' })
      await identities.removeOptOut('o3', { channel: 'sms' })
      expect((await stored('o3')).optOuts.map(({ scope }) => scope)).toEqual([{ topic: 'reminder' }, { channel: 'kf' }])
      await identities.addOptOut('o3', optOut({ topic: 'education' }, 5))
      expect((await stored('o3')).optOuts).toContainEqual(optOut({ topic: 'education' }, 5))
    })
  })

  describe('links', () => {
    const wecom = { kind: 'wecom' as const, space: 'ww1', value: 'wm1' }
    it('belong to who was linked first', async () => {
      expect(await identities.findPatientId(wecom)).toBeNull()
      const owners = await Promise.all(
        Array.from({ length: 8 }, (_, n) => identities.link(wecom, `owner${n}`, 'callback', at(0))),
      )
      expect(new Set(owners).size).toBe(1)
      expect(await identities.findPatientId(wecom)).toBe(owners[0])
      expect(await identities.linksOf(owners[0] as string)).toMatchObject([{ ...wecom, by: 'callback', since: at(0) }])
    })
    it('are told apart by kind and space', async () => {
      await identities.link({ kind: 'openid', space: 'app1', value: 'same' }, 'l1', 'sign-in', at(0))
      await identities.link({ kind: 'openid', space: 'app2', value: 'same' }, 'l2', 'sign-in', at(0))
      await identities.link({ kind: 'unionid', space: 'app1', value: 'same' }, 'l3', 'unionid', at(0))
      expect(await identities.findPatientId({ kind: 'openid', space: 'app2', value: 'same' })).toBe('l2')
      expect(await identities.linksOf('l1')).toHaveLength(1)
    })
  })

  describe('entry keys', () => {
    const key = (id: string, more: { patientId?: string } = {}): Promise<void> =>
      identities.createEntryKey({
        _id: id,
        patientId: more.patientId ?? 'p',
        programmeId: 'g',
        purpose: 'kf',
        createdAt: at(0),
        expiresAt: at(10),
        usedBy: null,
        url: null,
      })
    it('bind to the first who brings them, who may come again', async () => {
      await key('k1')
      const brought = await Promise.all(
        Array.from({ length: 8 }, (_, n) => identities.useEntryKey('k1', `wm${n}`, at(1))),
      )
      const [bound] = brought.filter((row) => row !== null)
      expect(brought.filter((row) => row !== null)).toHaveLength(1)
      expect(await identities.useEntryKey('k1', bound?.usedBy as string, at(2))).toMatchObject({ patientId: 'p' })
      expect(await identities.useEntryKey('k1', 'stranger', at(2))).toBeNull()
    })
    it('expire to the instant and are never guessed', async () => {
      await key('k2')
      expect(await identities.useEntryKey('k2', 'wm', at(10))).toBeNull()
      expect(await identities.useEntryKey('k2', 'wm', '2026-11-23T09:59:59.999Z')).toMatchObject({ usedBy: 'wm' })
      expect(await identities.useEntryKey('none', 'wm', at(1))).toBeNull()
    })
    it('are handed out until somebody uses them', async () => {
      await key('k3', { patientId: 'q' })
      await identities.setEntryKeyUrl('k3', 'https://work.weixin.qq.com/kfid/k3')
      expect(await identities.entryKeyOf('q', 'kf', 'g')).toMatchObject({
        _id: 'k3',
        url: 'https://work.weixin.qq.com/kfid/k3',
      })
      expect(await identities.entryKeyOf('q', 'mini-program', 'g')).toBeNull()
      expect(await identities.entryKeyOf('q', 'kf', 'other')).toBeNull()
      await identities.useEntryKey('k3', 'wm', at(1))
      expect(await identities.entryKeyOf('q', 'kf', 'g')).toBeNull()
    })
  })
})

import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { TagChange, TagRepository } from './tag.repository'

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString()
const change = (enrolmentId: string, tagId: string, present = true): TagChange => ({
  patientId: `p-${enrolmentId}`,
  enrolmentId,
  tagId,
  present,
  provenance: { kind: 'rule', ruleId: 'r', ruleVersion: 1, says: '7 天没有读数' },
})
const written = { state: 'written' as const, userid: 'lin', at: at(2), why: null, attempts: 1 }

describe('tags', () => {
  let database: OwnDatabase
  let tags: TagRepository
  beforeAll(async () => {
    database = await ownDatabase()
    tags = database.repositories.tags
  }, 60_000)
  afterAll(() => database?.close())

  it('are one row an enrolment and tag, and stay as history when taken', async () => {
    await tags.change(change('e', 'silent'), at(0))
    await tags.change(change('e', 'silent', false), at(1))
    expect(await tags.ofEnrolment('e')).toMatchObject([
      { _id: 'e:silent', present: false, since: at(1), wecom: { state: 'pending', attempts: 0 } },
    ])
    expect(await tags.ofPatient('p-e')).toHaveLength(1)
  })
  it('are told to WeCom anew after every change; a note of an older state is dropped', async () => {
    await tags.change(change('f', 'silent'), at(0))
    await tags.noteWecom('f:silent', at(0), written)
    expect(await tags.ofEnrolment('f')).toMatchObject([{ wecom: written }])
    await tags.change(change('f', 'silent', false), at(3))
    await tags.noteWecom('f:silent', at(0), written)
    expect(await tags.ofEnrolment('f')).toMatchObject([{ present: false, wecom: { state: 'pending' } }])
  })
  it('that WeCom refused are counted', async () => {
    expect(await tags.countNotWritten()).toBe(0)
    await tags.change(change('g', 'silent'), at(0))
    await tags.noteWecom('g:silent', at(0), { ...written, state: 'failed', why: '40068' })
    expect(await tags.countNotWritten()).toBe(1)
  })
  it('of several patients come together', async () => {
    expect((await tags.ofPatients(['p-e', 'p-g', 'none'])).map(({ _id }) => _id).sort()).toEqual([
      'e:silent',
      'g:silent',
    ])
  })
  it('stand for corp tags, the newest meaning kept', async () => {
    expect(await tags.wecomTag('silent')).toBeNull()
    await tags.saveWecomTag({ _id: 'silent', wecomTagId: 'et1', group: '随访', name: '失访' })
    await tags.saveWecomTag({ _id: 'silent', wecomTagId: 'et2', group: '随访', name: '沉默' })
    expect(await tags.wecomTag('silent')).toEqual({ _id: 'silent', wecomTagId: 'et2', group: '随访', name: '沉默' })
  })
})

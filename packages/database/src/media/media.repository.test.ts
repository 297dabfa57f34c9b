import { ownDatabase } from '../platform/own-database'
import type { OwnDatabase } from '../platform/own-database'
import type { MediaRow } from './media.collection'
import type { MediaRepository } from './media.repository'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString()
const REAL = 1_000_000
const LEASE = 60_000

describe('media', () => {
  let database: OwnDatabase
  let media: MediaRepository
  const row = async (id: string): Promise<MediaRow> => (await media.byId(id)) as MediaRow
  const pending = (id: string, minute = 0): Promise<void> =>
    media.keep({
      _id: id,
      kind: 'voice',
      source: { kind: 'kf', mediaId: `wx-${id}`, until: '2026-11-26T02:00:00.000Z' },
      state: 'pending',
      key: `k-${id}`,
      at: at(minute),
      conversationId: 'c',
      nextAt: at(minute),
    })
  const claim = (minute = 0, real = REAL): Promise<MediaRow | null> => media.claim(at(minute), real, LEASE)

  beforeAll(async () => {
    database = await ownDatabase()
    media = database.repositories.media
  }, 60_000)
  afterEach(async () => {
    await database.connection.collection('media').deleteMany({})
  })
  afterAll(() => database?.close())

  it('are kept once and never overwritten', async () => {
    await Promise.all(Array.from({ length: 10 }, () => pending('m')))
    await media.stored('m', { contentType: 'audio/amr', bytes: 9, name: null })
    await pending('m', 5)
    expect(await row('m')).toMatchObject({ state: 'stored', nextAt: null, at: at(0), bytes: 9, attempts: 0 })
    await pending('n')
    expect((await media.byIds(['m', 'n', 'none'])).map(({ _id }) => _id).sort()).toEqual(['m', 'n'])
    expect(await media.byId('none')).toBeNull()
  })

  it('are fetched by one of many workers a lease, the longest waiting first', async () => {
    for (const minute of [2, 1]) await pending(`m${minute}`, minute)
    expect(await claim(0)).toBeNull()
    expect(await media.nextDue()).toBe(at(1))
    expect(await claim(5)).toMatchObject({ _id: 'm1', attempts: 1, leaseUntil: REAL + LEASE })
    const taken = await Promise.all(Array.from({ length: 6 }, () => claim(5)))
    expect(taken.filter((one) => one !== null)).toMatchObject([{ _id: 'm2', attempts: 1 }])
    expect(await claim(5, REAL + LEASE)).toBeNull()
    expect(await claim(5, REAL + LEASE + 1)).toMatchObject({ _id: 'm1', attempts: 2 })
  })

  it('are tried again later, with their attempts counted', async () => {
    await pending('m')
    await claim()
    await media.later('m', at(10))
    expect(await claim(9)).toBeNull()
    expect(await media.nextDue()).toBe(at(10))
    expect(await claim(10)).toMatchObject({ _id: 'm', attempts: 2 })
  })

  it('that are stored, gone or refused are never fetched again', async () => {
    for (const id of ['stored', 'gone', 'refused']) await pending(id)
    await media.stored('stored', { contentType: 'audio/amr', bytes: 120, name: 'x.amr' })
    await media.ended('gone', 'gone', '40007')
    await media.ended('refused', 'refused', 'too large')
    for (const id of ['stored', 'gone', 'refused']) await media.later(id, at(1))
    expect(await claim(59, REAL * 9)).toBeNull()
    expect(await media.nextDue()).toBeNull()
    expect(await row('stored')).toMatchObject({ state: 'stored', contentType: 'audio/amr', bytes: 120, name: 'x.amr' })
    expect(await row('gone')).toMatchObject({ state: 'gone', why: '40007' })
    expect(await row('refused')).toMatchObject({ state: 'refused', why: 'too large' })
  })

  it('that were uploaded belong to the conversation they were first sent in', async () => {
    const upload = { _id: 'u', kind: 'image', source: { kind: 'upload', by: 'p' }, state: 'stored' } as const
    await media.keep({ ...upload, key: 'k', at: at(0), contentType: 'image/jpeg', bytes: 3 })
    expect(await row('u')).toMatchObject({ conversationId: null, nextAt: null, bytes: 3, seconds: null })
    await media.setConversation('u', 'c1')
    await media.setConversation('u', 'c2')
    expect((await row('u')).conversationId).toBe('c1')
  })

  it('know their copy at WeCom until it is over', async () => {
    await pending('m')
    await media.setWecom('m', { mediaId: 'wx', until: at(9) })
    expect((await row('m')).wecom).toEqual({ mediaId: 'wx', until: at(9) })
    await media.setWecom('m', null)
    expect((await row('m')).wecom).toBeNull()
  })
})

import type { Product } from '../platform/product'
import { away } from '../testing/faults'
import { killable } from '../testing/kill'
import { signInPhysician } from '../testing/sign-in'
import { colleague, talker } from '../testing/talk-steps'
import type { Colleague, Talker } from '../testing/talk-steps'
import { createWorld } from '../testing/world'
import type { World } from '../testing/world'

/** What a patient sends in the kf chat besides words: fetched while WeCom has it, kept, and served so that nothing of it runs. */
const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const PNG = latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01')
const MP4 = latin('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41')
const PDF = latin('%PDF-1.7\n%report')
const AMR = latin(`#!AMR\n${'\x04\0\0\0\0\0\0\0\0\0\0\0\0'.repeat(50)}`)
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>')
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
let world: World
let lin: Colleague
let patient: Talker
beforeEach(async () => {
  world = await createWorld()
  lin = colleague(world, { token: await signInPhysician(world) })
  patient = await talker(world, 'media')
})
afterEach(() => world.close())

const send = async (message: object): Promise<string> =>
  ((await world.sandbox.control('send', { user: patient.user, ...message })) as { messageId: string }).messageId
const file = (msgtype: string, bytes: Buffer, name?: string): Promise<string> =>
  send({ msgtype, base64: bytes.toString('base64'), ...(name ? { name } : {}) })
const message = async (id: string) => (await lin.page(patient.talk)).body.messages.find((one: any) => one.id === id)
const media = async (id: string) => (await message(id)).content.media
const get = (url: string): Promise<Response> => fetch(`${world.url}${url}`)
async function served(id: string) {
  const response = await get((await media(id)).url)
  const { headers, status } = response
  return {
    status,
    type: headers.get('content-type')?.split(';')[0],
    disposition: headers.get('content-disposition') ?? '',
    nosniff: headers.get('x-content-type-options'),
    policy: headers.get('content-security-policy'),
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

it.each([
  ['image', PNG, 'image/png', 'inline', '[图片]'],
  ['voice', AMR, 'audio/amr', 'inline', '[语音]'],
  ['video', MP4, 'video/mp4', 'inline', '[视频]'],
  ['file', PDF, 'application/pdf', 'inline', '[文件]'],
])('%s: kept with its bytes and its own type, by a link without a session', async (kind, bytes, type, way, words) => {
  const id = await file(kind, bytes, kind === 'file' ? '报告.pdf' : undefined)
  await world.settle()
  expect(await message(id)).toMatchObject({ text: words, content: { kind, media: { state: 'stored', contentType: type, bytes: bytes.length } } })
  const answer = await served(id)
  expect(answer).toMatchObject({ status: 200, type, nosniff: 'nosniff', policy: expect.stringContaining('sandbox') })
  expect(answer.disposition).toMatch(new RegExp(`^${way}`))
  expect(answer.bytes.equals(bytes)).toBe(true)
  if (kind === 'file') expect(decodeURIComponent(answer.disposition)).toContain('报告.pdf')
})

it.each([
  ['a page', 'file', HTML, 'page.html'],
  ['a drawing', 'file', SVG, 'drawing.svg'],
  ['a page called a picture', 'image', HTML, 'x.png'],
  ['a drawing called a picture', 'image', SVG, 'x.svg'],
])('%s never runs in a browser', async (_, kind, bytes, name) => {
  const id = await file(kind, bytes, name)
  await world.settle()
  expect(await served(id)).toMatchObject({
    status: 200,
    type: 'application/octet-stream',
    disposition: expect.stringMatching(/^attachment/),
    nosniff: 'nosniff',
    policy: "default-src 'none'; sandbox",
  })
})

it('a page that staff upload is words to be downloaded', async () => {
  const { status, body } = await lin.upload('?kind=file&name=page.html', HTML)
  expect([status, body.media.contentType]).toEqual([200, 'text/plain'])
  const response = await get(body.media.url)
  expect([response.headers.get('content-type'), response.headers.get('content-disposition')?.slice(0, 10)]).toEqual(['application/octet-stream', 'attachment'])
  expect((await lin.upload('?kind=image&name=x.png', SVG)).status).toBe(415)
})

it('links end, name nobody, and are good for one file', async () => {
  const id = await file('image', PNG)
  const other = await file('image', Buffer.concat([PNG, PNG]))
  await world.settle()
  const { url } = await media(id)
  expect(url).not.toContain(patient.patientId)
  expect((await get(url)).status).toBe(200)
  const changed = url.replace((await media(id)).id, (await media(other)).id)
  expect((await get(changed)).status).toBe(401)
  expect((await get(url.replace(/until=\d+/, 'until=9999999999999'))).status).toBe(401)
  expect((await get(url.split('?')[0] as string)).status).toBe(401)
  await world.sandbox.control('advance', { by: '12h' })
  expect((await get(url)).status).toBe(401)
  expect((await get((await media(id)).url)).status).toBe(200)
})

it('while WeCom is away the message stands as still coming, and the file comes hours later', async () => {
  let id = ''
  await away(world, 'media/get', async () => {
    id = await file('image', PNG)
    await world.settle()
    expect(await media(id)).toMatchObject({ state: 'pending', url: null })
    await world.sandbox.control('advance', { by: '3h' })
    expect(await media(id)).toMatchObject({ state: 'pending' })
  })
  await world.sandbox.control('advance', { by: '30m' })
  expect(await media(id)).toMatchObject({ state: 'stored', bytes: PNG.length })
})

it.each(['expired', 'unknown'])('over three days old it is gone, and shown so (%s)', async (value) => {
  await world.sandbox.control('switch', { name: 'mediaExpired', value })
  const id = await file('image', PNG)
  for (const row of world.sandbox.world.media) row.createdAt -= 4 * 86_400_000
  await world.settle()
  expect(await message(id)).toMatchObject({ text: '[图片]', content: { kind: 'image', media: { state: 'gone', url: null } } })
})

it('what never came within three days is given up', async () => {
  let id = ''
  await away(world, 'media/get', async () => {
    id = await file('image', PNG)
    await world.settle()
    const [row] = await world.documents('media', { state: 'pending' })
    await world.update('media', { _id: row._id }, { $set: { 'source.until': '2026-11-23T00:00:00.000Z' } })
    await world.sandbox.control('advance', { by: '1h' })
  })
  expect(await media(id)).toMatchObject({ state: 'gone' })
  expect(await world.host.product.repositories.media.nextDue()).toBeNull()
})

it('larger than a conversation carries is refused, and shown so', async () => {
  const id = await file('file', Buffer.concat([AMR, Buffer.alloc(3 << 20)]))
  const entry = world.sandbox.world.kfAccounts[0]?.log.at(-1)?.message as any
  // WeCom tells such a voice as words; should it not, we do not take it.
  Object.assign(entry, { msgtype: 'voice', voice: entry.file })
  await world.settle()
  expect(await message(id)).toMatchObject({ content: { kind: 'voice', media: { state: 'refused', url: null } } })
})

it('a host that dies after the bytes were put and before that was noted keeps them once, the next time', async () => {
  const host = killable(world)
  const product = world.host.product as { -readonly [K in keyof Product]: Product[K] }
  const { storage } = product
  const puts: string[] = []
  product.storage = {
    ...storage,
    put: async (key, bytes, about) => {
      await storage.put(key, bytes, about)
      // The process is gone: what it does from here on has no effect.
      if (puts.push(key) === 1) host.kill()
    },
  }
  const id = await file('image', PNG)
  await world.settle()
  expect(host.isDead).toBe(true)
  host.revive()
  await world.endLeases()
  await world.settle()
  expect(await media(id)).toMatchObject({ state: 'stored', bytes: PNG.length })
  expect(new Set(puts).size).toBe(1)
  expect((await served(id)).bytes.equals(PNG)).toBe(true)
})

describe('what is no file', () => {
  it.each([
    ['a place', { msgtype: 'location', latitude: 30.2, longitude: 120.1, name: '江滨医院', address: '江滨路 1 号' }, '[位置] 江滨医院', { kind: 'location', name: '江滨医院', address: '江滨路 1 号', latitude: 30.2, longitude: 120.1 }],
    ['a link', { msgtype: 'link', title: '控糖', desc: '一篇文章', url: 'https://example.com/a' }, '[链接] 控糖', { kind: 'link', title: '控糖', description: '一篇文章', url: 'https://example.com/a' }],
    ['a link a browser would run', { msgtype: 'link', title: '点我', url: 'javascript:alert(1)' }, '[链接] 点我', { kind: 'other', name: '链接' }],
    ['a mini-program', { msgtype: 'miniprogram', title: '挂号', appid: 'wx1', pagepath: 'pages/a' }, '[小程序 挂号]', { kind: 'other', name: '小程序 挂号' }],
    ['a business card', { msgtype: 'business_card', userid: 'zhouning' }, '[名片]', { kind: 'other', name: '名片' }],
    ['a meeting', { msgtype: 'meeting' }, '[会议]', { kind: 'other', name: '会议' }],
  ])('%s is kept', async (_, sent, text, content) => {
    const id = await send(sent)
    await world.settle()
    expect(await message(id)).toMatchObject({ text, content, state: 'received' })
    const own = await world.call('GET', '/api/patient/messages', { token: patient.token })
    expect(own.body.messages).toContainEqual(expect.objectContaining({ id, text }))
  })

  it('nor anything we know is kept by its name', async () => {
    const id = await send({ msgtype: 'meeting' })
    Object.assign(world.sandbox.world.kfAccounts[0]?.log.at(-1)?.message as object, { msgtype: 'hologram' })
    await world.settle()
    expect(await message(id)).toMatchObject({ text: '[hologram]', content: { kind: 'other', name: 'hologram' } })
  })
})

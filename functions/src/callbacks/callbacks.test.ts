import { errorEnvelope } from '@suixing/contracts'
import { demo } from '@suixing/sandbox'
import { chat, contactWay, scan, welcomes } from '../testing/patient-steps'
import { encrypt, envelope, eventXml, seal, sign } from '../testing/sealed-callback'
import type { SealedCallback } from '../testing/sealed-callback'
import { createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

const DAY = 86_400_000
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const post = (query: Record<string, string>, body: string): Promise<Answer> =>
  world.call('POST', `/callbacks/wecom?${new URLSearchParams(query)}`, {
    raw: Buffer.from(body),
    headers: { 'content-type': 'text/xml' },
  })
const send = ({ query, body }: SealedCallback): Promise<Answer> => post(query, body)
const inbox = () => world.host.product.repositories.inbox
const rowsOf = (): Promise<{ state: string; xml: string }[]> => world.documents('inbox')
const rows = async (): Promise<number> => (await rowsOf()).length

describe('what is refused leaves nothing', () => {
  const good = seal(eventXml({ Event: 'subscribe', FromUserName: 'refused' }))
  const other = encrypt('<xml/>')
  const refusals: [string, Record<string, string>, string, number, string][] = [
    ['a wrong signature', { ...good.query, msg_signature: '0'.repeat(40) }, good.body, 403, 'forbidden'],
    [
      'another timestamp',
      { ...good.query, timestamp: String(Number(good.query.timestamp) + 1) },
      good.body,
      403,
      'forbidden',
    ],
    ['another nonce', { ...good.query, nonce: `${good.query.nonce}0` }, good.body, 403, 'forbidden'],
    ['another ciphertext', good.query, envelope(other), 403, 'forbidden'],
    ['no signature', { timestamp: good.query.timestamp, nonce: good.query.nonce }, good.body, 403, 'forbidden'],
    ['a body that is no XML', good.query, '{"Encrypt":"x"}', 403, 'forbidden'],
    ['an empty body', good.query, '', 403, 'forbidden'],
    ['a DOCTYPE', good.query, `<!DOCTYPE xml [<!ENTITY a "b">]>${good.body}`, 403, 'forbidden'],
    [
      'two ciphertexts',
      good.query,
      good.body.replace('</xml>', `<Encrypt><![CDATA[${other}]]></Encrypt></xml>`),
      403,
      'forbidden',
    ],
  ]
  it.each(refusals)('%s', async (_, query, body, status, code) => {
    const before = await rows()
    const answer = await post(query, body)
    expect(answer.status).toBe(status)
    expect(errorEnvelope.parse(answer.body).code).toBe(code)
    expect(JSON.stringify(answer.body)).not.toContain('refused</')
    expect(await rows()).toBe(before)
  })

  it('a callback sealed for another corp', async () => {
    const answer = await send(seal(eventXml({ Event: 'subscribe' }), { receiveId: 'ww0000000000000000' }))
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden', message: 'callback refused: receive-id' } })
    expect(await rows()).toBe(0)
  })

  it.each([
    ['plaintext that is no XML', 'hello'],
    ['plaintext with a DOCTYPE', `<!DOCTYPE xml [<!ENTITY a "b">]>${eventXml({ Event: 'subscribe' })}`],
    ['plaintext without CreateTime', '<xml><Event><![CDATA[subscribe]]></Event></xml>'],
  ])('a well signed %s', async (_, plain) => {
    expect(await send(seal(plain))).toMatchObject({ status: 403, body: { code: 'forbidden' } })
    expect(await rows()).toBe(0)
  })

  it('more than 1 MiB', async () => {
    const answer = await post(good.query, good.body.replace('</xml>', `${' '.repeat(1 << 20)}</xml>`))
    expect(answer.status).toBe(413)
    expect(errorEnvelope.parse(answer.body).code).toBe('too-large')
    expect(await rows()).toBe(0)
  })

  it('an event older than the inbox keeps, while one of thirty days is taken', async () => {
    const now = Date.parse(demo.firstInstant)
    const late = await send(
      seal(eventXml({ Event: 'subscribe', FromUserName: 'old' }), { timestamp: now - 30 * DAY - 1000 }),
    )
    expect(late).toMatchObject({ status: 400, body: { code: 'bad-request', field: 'timestamp' } })
    expect(await rows()).toBe(0)
    expect(
      (await send(seal(eventXml({ Event: 'subscribe', FromUserName: 'old' }), { timestamp: now - 30 * DAY }))).status,
    ).toBe(200)
    expect(await rows()).toBe(1)
    expect(await send(seal(eventXml({ Event: 'subscribe', FromUserName: 'odd' }), { timestamp: NaN }))).toMatchObject({
      status: 400,
      body: { field: 'timestamp' },
    })
    expect(await rows()).toBe(1)
  })
})

describe('the address check', () => {
  const echo = encrypt('1616140317555161061')
  const query = { timestamp: '1795399200', nonce: 'n1', msg_signature: sign('1795399200', 'n1', echo), echostr: echo }
  const verify = (given: Record<string, string>): Promise<Answer> =>
    world.call('GET', `/callbacks/wecom?${new URLSearchParams(given)}`)

  it('answers the bare plaintext', async () => {
    const answer = await verify(query)
    expect(answer.status).toBe(200)
    expect(answer.body).toBe('1616140317555161061')
    expect(await world.sandbox.control('verify-callback')).toEqual({ accepted: true, problem: null })
  })
  it('refuses a wrong signature and another corp', async () => {
    expect((await verify({ ...query, nonce: 'n2' })).status).toBe(403)
    const foreign = encrypt('1', 'ww0000000000000000')
    expect(
      (await verify({ ...query, echostr: foreign, msg_signature: sign('1795399200', 'n1', foreign) })).status,
    ).toBe(403)
    expect((await verify({ timestamp: '1', nonce: '1', msg_signature: '1' })).status).toBe(403)
  })
})

it('keeps an event it does not know, and is done with it', async () => {
  const plain = eventXml({ Event: 'an_event_of_tomorrow', Detail: 'x' })
  expect(await send(seal(plain))).toMatchObject({ status: 200, body: '' })
  await world.settle()
  expect((await rowsOf()).find(({ xml }) => xml === plain)).toMatchObject({ state: 'done' })
  expect(await inbox().parked()).toBe(0)
})

it('is done with a doorbell of a kf account of no programme', async () => {
  const plain = eventXml({ Event: 'kf_msg_or_event', Token: 't', OpenKfId: 'wkSomebodyElse' })
  expect((await send(seal(plain))).status).toBe(200)
  await world.settle()
  expect((await rowsOf()).find(({ xml }) => xml === plain)).toMatchObject({ state: 'done' })
})

describe('one event has one effect', () => {
  const enrolmentCount = async (): Promise<number> =>
    Object.values(await world.host.product.repositories.enrolments.countByStatus('type-2-diabetes')).reduce(
      (sum, n) => sum + n,
      0,
    )

  it('delivered three times and once more a day late', async () => {
    await scan(world, 'wangxiulan')
    const [row] = (await rowsOf()).filter(({ xml }) => xml.includes('add_external_contact'))
    const scans = async (): Promise<unknown> =>
      (await world.host.product.repositories.programmes.contactWays('type-2-diabetes')).map((way) => way.scans)
    expect(await scans()).toEqual([1])
    const before = await rows()
    for (let copy = 0; copy < 3; copy++) expect((await send(seal(row?.xml ?? ''))).status).toBe(200)
    await world.sandbox.control('advance', { by: '1d' })
    expect((await send(seal(row?.xml ?? '', { timestamp: Date.parse(demo.firstInstant) + DAY }))).status).toBe(200)
    await world.settle()
    expect(await rows()).toBe(before)
    expect(await welcomes(world, 'wangxiulan')).toHaveLength(1)
    expect(await enrolmentCount()).toBe(1)
    expect(await scans()).toEqual([1])
  })

  it('first heard of a day late: invited, and not welcomed with a dead code', async () => {
    await world.sandbox.control('fault', { name: 'callbackDelay', value: { seconds: 86_400 } })
    await scan(world, 'limin')
    await world.sandbox.control('fault', { name: 'callbackDelay', value: null })
    expect(await enrolmentCount()).toBe(1)
    await world.sandbox.control('advance', { by: '1d' })
    expect(await enrolmentCount()).toBe(2)
    expect(await welcomes(world, 'limin')).toHaveLength(0)
    expect(await inbox().parked()).toBe(0)
  })

  it('out of order: a deletion overtaken by a new friendship, and an addition overtaken by its end', async () => {
    const friends = async (user: string) => {
      const external = world.sandbox.world.users.find(({ key }) => key === user)?.externalUserid ?? ''
      const { identities, enrolments } = world.host.product.repositories
      const patientId = await identities.findPatientId({ kind: 'wecom', space: demo.corp.corpid, value: external })
      return patientId
        ? (await enrolments.ofPatient(patientId)).flatMap((row) =>
            row.friends.map(({ userid, active }) => ({ userid, active })),
          )
        : []
    }
    await scan(world, 'zhaoguoqiang')
    expect(await friends('zhaoguoqiang')).toEqual([{ userid: 'linzhiyuan', active: true }])
    // Reversed: the second friendship is heard of before the end of the first.
    await world.sandbox.control('fault', { name: 'callbackReorder', value: { batch: 2 } })
    await world.sandbox.control('unfriend', { user: 'zhaoguoqiang', userid: 'linzhiyuan' })
    await world.sandbox.control('scan', { user: 'zhaoguoqiang', state: await contactWay(world) })
    await world.settle()
    expect(await friends('zhaoguoqiang')).toEqual([{ userid: 'linzhiyuan', active: true }])
    // Reversed: the end of a friendship is heard of before its beginning.
    await world.sandbox.control('scan', { user: 'liujianmin', state: await contactWay(world) })
    await world.sandbox.control('unfriend', { user: 'liujianmin', userid: 'linzhiyuan' })
    await world.settle()
    expect((await friends('liujianmin')).filter(({ active }) => active)).toEqual([])
    await world.sandbox.control('fault', { name: 'callbackReorder', value: null })
    expect(await inbox().parked()).toBe(0)
    expect(await chat(world, 'zhaoguoqiang', 'staff')).not.toHaveLength(0)
  })
})

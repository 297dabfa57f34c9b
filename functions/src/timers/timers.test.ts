import { errorEnvelope } from '@suixing/contracts'
import { demo } from '@suixing/sandbox'
import { startHost } from '../host'
import type { Host } from '../host'
import { scan } from '../testing/patient-steps'
import { eventXml, seal } from '../testing/sealed-callback'
import { SECRET, createWorld } from '../testing/world'
import type { Answer, World } from '../testing/world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const withSecret = { 'x-suixing-secret': SECRET }
const call = (method: string, path: string, headers: Record<string, string>, raw?: string): Promise<Answer> =>
  world.call(method, path, { headers, ...(raw === undefined ? {} : { raw: Buffer.from(raw) }) })
/** Nothing is there, as far as anybody without the secret can tell. */
function expectNothing(answer: Answer): void {
  expect(answer.status).toBe(404)
  expect(errorEnvelope.parse(answer.body).code).toBe('not-found')
}
const drain = '/__invoke/drain'

describe('a timer', () => {
  it('runs with the secret', async () => {
    expect(await call('POST', drain, withSecret)).toMatchObject({ status: 200, body: { out: 'idle' } })
    expect((await call('POST', '/__invoke/forget', withSecret)).body).toEqual({ out: '0 events forgotten' })
  })

  it.each([
    ['without the secret', drain, {}],
    ['with a wrong one', drain, { 'x-suixing-secret': `${SECRET.slice(0, -1)}x` }],
    ['with an empty one', drain, { 'x-suixing-secret': '' }],
    ['that is none', '/__invoke/nothing', withSecret],
    ['behind another door', '/__nothing', withSecret],
    ['whose name does not decode', '/__invoke/%E0%A4%A', withSecret],
  ])('%s is not there', async (_, path, headers) => {
    expectNothing(await call('POST', path, headers as Record<string, string>))
  })

  it('finds what a lost nudge left behind', async () => {
    const { inbox } = world.host.product.repositories
    await inbox.keep({
      _id: 'left-behind',
      source: 'wecom',
      xml: eventXml({ Event: 'an_event_of_tomorrow' }),
      receivedAt: demo.firstInstant,
    })
    await call('POST', drain, withSecret)
    expect((await world.documents('inbox')).find(({ _id }) => _id === 'left-behind')).toMatchObject({ state: 'done' })
  })

  it('is not there at a host that has no secret', async () => {
    const { HOST_SECRET: _, ...config } = world.config
    await withHost(await startHost(config), async (url) => {
      for (const path of [drain, '/__clock'])
        expect((await fetch(`${url}${path}`, { method: 'POST', headers: { 'x-suixing-secret': '' } })).status).toBe(404)
    })
  })
})

describe('the followed clock', () => {
  const at = '2026-11-23T03:00:00.000Z'
  const setting = JSON.stringify({ now: at, mode: 'frozen' })

  it('tells the time and the next instant, is set, and does what is due then', async () => {
    await scan(world, 'wangxiulan')
    const before = await call('GET', '/__clock', withSecret)
    expect(before.body).toEqual({ now: world.host.product.clock.instant(), nextInstant: null, idle: true })
    await world.host.product.repositories.agenda.wake('pa_somebody', at)
    expect((await call('GET', '/__clock', withSecret)).body.nextInstant).toBe(at)
    const set = await call('POST', '/__clock', withSecret, setting)
    expect(set.body).toEqual({ now: at, nextInstant: null, idle: true })
    expect(world.host.product.clock.instant()).toBe(at)
  })

  it.each(['', '{', 'null', '{"now":"yesterday","mode":"frozen"}', JSON.stringify({ now: at, mode: 'backwards' })])(
    'refuses %p and stays where it is',
    async (raw) => {
      const before = world.host.product.clock.instant()
      expect((await call('POST', '/__clock', withSecret, raw)).status).toBe(400)
      expect(world.host.product.clock.instant()).toBe(before)
    },
  )

  it('is not there without the secret, nor where the machine keeps the time', async () => {
    expectNothing(await call('POST', '/__clock', {}, setting))
    await withHost(await startHost({ ...world.config, CLOCK: 'system' }), async (url) => {
      const answer = await fetch(`${url}/__clock`, { method: 'POST', headers: withSecret, body: setting })
      expect(answer.status).toBe(404)
    })
  })
})

it('forgets events after thirty days and sign-ins that were not finished, and nothing that still waits', async () => {
  const { inbox } = world.host.product.repositories
  await world.settle() // back to the sandbox's time
  await world.call('GET', '/api/console/sign-in/wecom')
  const parked = eventXml({ Event: 'subscribe', FromUserName: 'parked' })
  const done = eventXml({ Event: 'subscribe', FromUserName: 'done' })
  for (const plain of [parked, done]) {
    const { query, body } = seal(plain, { timestamp: world.sandbox.clock.now() })
    await world.call('POST', `/callbacks/wecom?${new URLSearchParams(query)}`, { raw: Buffer.from(body) })
  }
  await world.settle()
  await world.update('inbox', { xml: parked }, { $set: { state: 'parked' } })
  const left = async (): Promise<string[]> =>
    (await world.documents('inbox'))
      .map(({ xml }) => (xml === parked ? 'parked' : xml === done ? 'done' : 'earlier'))
      .sort()
  await world.sandbox.control('advance', { by: '29d' })
  await call('POST', '/__invoke/forget', withSecret)
  expect(await left()).toEqual(expect.arrayContaining(['done', 'parked']))
  await world.sandbox.control('advance', { by: '2d' })
  await call('POST', '/__invoke/forget', withSecret)
  expect(await left()).toEqual(['parked'])
  expect(await world.documents('signinstates')).toEqual([])
  expect(await inbox.parked()).toBe(1)
})

async function withHost(host: Host, work: (url: string) => Promise<void>): Promise<void> {
  try {
    await work(`http://127.0.0.1:${host.port}`)
  } finally {
    await host.close()
  }
}

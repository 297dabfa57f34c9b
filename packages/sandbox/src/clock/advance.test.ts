import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { demo } from '../demo'
import { receiver, start } from '../testing/start'
import type { Driven } from '../testing/start'

interface Host {
  url: string
  /** What it was told, in order. */
  told: { now: string; mode: string }[]
  secrets: Set<string | undefined>
  /** Instants it still wants to be woken at. */
  wishes: string[]
  /** Run at each instant it is told. */
  onTold: (now: string) => Promise<void> | void
  /** How many times more it says it is not idle. */
  busy: number
  close(): Promise<void>
}

/** A product host that wishes for instants and notes what it is told. */
async function fakeHost(): Promise<Host> {
  const host: Omit<Host, 'url' | 'close'> = {
    told: [],
    secrets: new Set(),
    wishes: [],
    onTold: () => undefined,
    busy: 0,
  }
  const server: Server = createServer((request, response) => {
    const answer = async (): Promise<object> => {
      host.secrets.add(request.headers['x-suixing-secret'] as string | undefined)
      if (request.method === 'POST') {
        let text = ''
        for await (const part of request) text += String(part)
        const told = JSON.parse(text) as { now: string; mode: string }
        host.told.push(told)
        host.wishes = host.wishes.filter((wish) => wish > told.now)
        await host.onTold(told.now)
      }
      const idle = host.busy <= 0
      host.busy -= 1
      return { now: demo.firstInstant, nextInstant: [...host.wishes].sort()[0] ?? null, idle }
    }
    void answer().then((body) => response.end(JSON.stringify(body)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(host, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/clock`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

type Report = { now: string; instants: string[]; followersAway: { url: string }[]; bound: string | null }
const at = (text: string): string => `2026-11-23T${text}:00.000Z`

describe('advance', () => {
  let sandbox: Driven
  let host: Host
  const advance = (given: object): Promise<Report> => sandbox.control('advance', given) as Promise<Report>

  beforeEach(async () => {
    host = await fakeHost()
    sandbox = start()
    await sandbox.control('follow', { url: host.url, secret: 'shared' })
  })
  afterEach(async () => {
    await sandbox.close()
    await host.close()
  })

  it('stops at each instant a follower wishes for, and at the target', async () => {
    host.wishes = [at('04:30'), at('03:00'), at('20:00')]
    const report = await advance({ to: at('05:00') })
    expect(report).toMatchObject({ now: at('05:00'), instants: [at('03:00'), at('04:30'), at('05:00')], bound: null })
    expect(new Set(host.told.map((one) => one.now))).toEqual(
      new Set([demo.firstInstant, at('03:00'), at('04:30'), at('05:00')]),
    )
    expect(host.told.every((one) => one.mode === 'frozen')).toBe(true)
    expect(host.secrets).toEqual(new Set(['shared']))
  })

  it('visits instants wished for on the way', async () => {
    host.wishes = [at('03:00')]
    host.onTold = (now) => {
      if (now === at('03:00')) host.wishes = [at('03:10')]
    }
    expect((await advance({ by: '2h' })).instants).toEqual([at('03:00'), at('03:10'), at('04:00')])
  })

  it('takes the earliest of several followers and of its own retries', async () => {
    const other = await fakeHost()
    await sandbox.control('follow', { url: other.url, secret: 'shared' })
    await sandbox.control('callback-url', { url: 'http://127.0.0.1:9/none' })
    await sandbox.control('say', { user: 'limin', text: '在吗' })
    host.wishes = [at('04:00')]
    other.wishes = [at('03:00'), at('05:00')]
    expect((await advance({ to: at('04:30') })).instants).toEqual([
      '2026-11-23T02:00:05.000Z',
      '2026-11-23T02:00:10.000Z',
      at('03:00'),
      at('04:00'),
      at('04:30'),
    ])
    expect(sandbox.world.pushes.map((push) => push.outcome)).toEqual(['givenUp'])
    await other.close()
  })

  it('shows the next instant and who is present once it has asked', async () => {
    host.wishes = [at('06:00')]
    await advance({ by: 0 })
    const state = (await (await sandbox.app.request('/view/state')).json()) as object
    expect(state).toMatchObject({
      clock: { nextInstant: at('06:00') },
      followers: [{ url: host.url, present: true }],
    })
  })

  it('goes to the next instant only', async () => {
    host.wishes = [at('06:00'), at('08:00')]
    expect(await advance({ toNext: true })).toMatchObject({ now: at('06:00'), instants: [at('06:00')] })
  })

  it('stays where it is when nothing is scheduled', async () => {
    expect(await advance({ toNext: true })).toMatchObject({ now: demo.firstInstant, instants: [] })
  })

  it('waits at an instant until the follower is idle', async () => {
    host.busy = 3
    await advance({ by: 0 })
    expect(host.told).toHaveLength(4)
  })

  it('gives up on an instant that never comes to rest, and says so', async () => {
    host.busy = 1e9
    expect(await advance({ by: '1h' })).toMatchObject({ bound: 'rounds' })
  })

  it('delivers callbacks caused on the way before it moves on', async () => {
    const corp = await receiver()
    await sandbox.control('callback-url', { url: corp.url })
    const way = await sandbox.wecom('externalcontact/add_contact_way', { type: 1, scene: 2, user: ['zhouning'] })
    const seen: number[] = []
    host.wishes = [at('03:00'), at('04:00')]
    host.onTold = async (now) => {
      seen.push(corp.received.length)
      if (now === at('03:00') && corp.received.length === 0)
        await sandbox.control('scan', { user: 'limin', configId: way['config_id'] })
    }
    await advance({ to: at('04:00') })
    expect(corp.received).toHaveLength(1)
    expect(corp.received[0]?.query.get('timestamp')).toBe(String(Date.parse(at('03:00')) / 1000))
    expect(seen.at(-1)).toBe(1)
    await corp.close()
  })

  it('reports a follower that is away, and moves on', async () => {
    await sandbox.control('follow', { url: 'http://127.0.0.1:9/clock', secret: 'x' })
    expect(await advance({ by: '1h' })).toMatchObject({
      now: at('03:00'),
      followersAway: [{ url: 'http://127.0.0.1:9/clock' }],
    })
  })

  it('runs one walk after another', async () => {
    const [first, second] = await Promise.all([advance({ by: '1h' }), advance({ by: '1h' })])
    expect([first.now, second.now]).toEqual([at('03:00'), at('04:00')])
  })

  it('does not go back', async () => {
    await expect(advance({ to: '2026-11-22T00:00:00Z' })).rejects.toMatchObject({ code: 'notPossible', field: 'to' })
    await expect(advance({})).rejects.toMatchObject({ code: 'badInput' })
    await expect(advance({ by: 'soon' })).rejects.toMatchObject({ code: 'badInput' })
  })

  it('tells the mode and, running again, the instant to flow from', async () => {
    await sandbox.control('mode', { mode: 'running' })
    expect(host.told.at(-1)).toMatchObject({ mode: 'running' })
    await advance({ by: '1h' })
    expect(host.told.at(-2)).toMatchObject({ mode: 'frozen' })
    expect(host.told.at(-1)).toMatchObject({ mode: 'running' })
  })
})

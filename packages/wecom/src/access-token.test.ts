import * as fc from 'fast-check'
import { createAccessTokens } from './access-token'
import { memoryTokenStore } from './token-store'

function setup(store = memoryTokenStore()) {
  let time = Date.parse('2026-01-01T00:00:00Z')
  let fetched = 0
  let failing: Error | undefined
  let life = 7200
  let fixed: string | undefined
  const release: (() => void)[] = []
  let held = false
  const tokens = createAccessTokens({
    key: 'k',
    store,
    clock: { now: () => new Date(time) },
    async fetchToken() {
      const number = ++fetched
      if (held) await new Promise<void>((resolve) => release.push(resolve))
      if (failing) throw failing
      return { access_token: fixed ?? `t${number}`, expires_in: life }
    },
  })
  return {
    tokens,
    get fetched() {
      return fetched
    },
    pass: (seconds: number) => void (time += seconds * 1000),
    fail: (error: Error | undefined) => void (failing = error),
    live: (seconds: number) => void (life = seconds),
    always: (token: string) => void (fixed = token),
    hold: () => void (held = true),
    release() {
      held = false
      for (const go of release.splice(0)) go()
    },
  }
}

it('fetches once for a hundred callers at once', async () => {
  const world = setup()
  const given = await Promise.all(Array.from({ length: 100 }, () => world.tokens.current()))
  expect(new Set(given)).toEqual(new Set(['t1']))
  expect(world.fetched).toBe(1)
})

it('keeps a token until five minutes before its end', async () => {
  const world = setup()
  await world.tokens.current()
  world.pass(7200 - 300 - 1)
  await expect(world.tokens.current()).resolves.toBe('t1')
  world.pass(1)
  await expect(world.tokens.current()).resolves.toBe('t2')
})

it('uses a token of a short life for half of it rather than never', async () => {
  const world = setup()
  world.live(100)
  await world.tokens.current()
  world.pass(49)
  await expect(world.tokens.current()).resolves.toBe('t1')
  world.pass(1)
  await expect(world.tokens.current()).resolves.toBe('t2')
})

it('replaces a refused token once for all who were refused', async () => {
  const world = setup()
  await world.tokens.current()
  const renewed = await Promise.all(Array.from({ length: 50 }, () => world.tokens.renewed('t1')))
  expect(new Set(renewed)).toEqual(new Set(['t2']))
  await expect(world.tokens.renewed('t1')).resolves.toBe('t2')
  expect(world.fetched).toBe(2)
})

it.each([0, 1, 2, 3, 4, 5])(
  'does not hand the refused token back to one who joins a look-up %d ticks old',
  async (ticks) => {
    const world = setup()
    await world.tokens.current()
    const running = world.tokens.current()
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
    await expect(world.tokens.renewed('t1')).resolves.toBe('t2')
    await running
    expect(world.fetched).toBe(2)
  },
)

it('forgets no refusal while others look the token up', async () => {
  const world = setup()
  await world.tokens.current()
  const refused = Array.from(
    { length: 20 },
    () => [world.tokens.current(), world.tokens.renewed('t1'), world.tokens.renewed('t0')] as const,
  )
  const renewed = await Promise.all(refused.map((three) => three[1]))
  expect(new Set(renewed)).toEqual(new Set(['t2']))
  expect(world.fetched).toBe(2)
})

it('asks once and keeps the token when gettoken gives the refused one again', async () => {
  const world = setup()
  world.always('same')
  await world.tokens.current()
  await expect(world.tokens.renewed('same')).resolves.toBe('same')
  await world.tokens.current()
  await world.tokens.current()
  expect(world.fetched).toBe(2)
})

it('shares a failure among all waiters and tries anew for the next caller', async () => {
  const world = setup()
  world.hold()
  const waiting = Array.from({ length: 10 }, () => world.tokens.current())
  await Promise.resolve()
  world.fail(new Error('down'))
  world.release()
  const ended = await Promise.allSettled(waiting)
  expect(ended.every(({ status }) => status === 'rejected')).toBe(true)
  expect(world.fetched).toBe(1)
  world.fail(undefined)
  await expect(world.tokens.current()).resolves.toBe('t2')
})

it('takes what another instance put into the shared store', async () => {
  const store = memoryTokenStore()
  const [one, two] = [setup(store), setup(store)]
  await one.tokens.current()
  await expect(two.tokens.current()).resolves.toBe('t1')
  expect(two.fetched).toBe(0)
  await store.set('k', { token: 'fresh', useUntil: '2026-01-01T01:00:00.000Z' })
  await expect(one.tokens.renewed('t1')).resolves.toBe('fresh')
  expect(one.fetched).toBe(1)
})

it('never returns a token past its use, nor the refused one, whatever the order of calls', async () => {
  const step = fc.oneof(
    fc.record({ pass: fc.integer({ min: 0, max: 10_000 }) }),
    fc.constant({ current: true }),
    fc.constant({ refused: true }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = setup()
      let last = await world.tokens.current()
      let age = 0
      for (const one of steps) {
        if ('pass' in one) {
          world.pass(one.pass)
          age += one.pass
          continue
        }
        const before = world.fetched
        const token = await ('refused' in one ? world.tokens.renewed(last) : world.tokens.current())
        if ('refused' in one) expect(token).not.toBe(last)
        expect(world.fetched - before).toBe('refused' in one || age >= 6900 ? 1 : 0)
        if (token !== last) age = 0
        last = token
      }
    }),
  )
})

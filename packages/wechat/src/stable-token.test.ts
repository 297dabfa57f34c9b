import { type StoredStableToken, createStableTokens } from './stable-token'

function setup(...given: string[]) {
  const stored = new Map<string, StoredStableToken>()
  const modes: string[] = []
  let failing = false
  const tokens = createStableTokens({
    key: 'k',
    store: { get: async (key) => stored.get(key), set: async (key, value) => void stored.set(key, value) },
    clock: { now: () => new Date('2026-01-01T00:00:00Z') },
    async fetchToken(mode) {
      modes.push(mode)
      if (failing) throw new Error('down')
      return { access_token: given.shift() ?? 'last', expires_in: 7200 }
    },
  })
  return { tokens, modes, stored, fail: (yes: boolean) => void (failing = yes) }
}

it.each([0, 1, 2, 3, 4, 5])(
  'does not hand the refused token back to one who joins a look-up %d ticks old',
  async (ticks) => {
    const world = setup('a', 'b')
    await world.tokens.current()
    const running = world.tokens.current()
    for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
    await expect(world.tokens.renewed('a')).resolves.toBe('b')
    await running
    expect(world.modes).toEqual(['normal', 'normal'])
  },
)

it('renews once for all who were refused', async () => {
  const world = setup('a', 'a', 'b')
  await world.tokens.current()
  const renewed = await Promise.all(Array.from({ length: 20 }, () => world.tokens.renewed('a')))
  expect(new Set(renewed)).toEqual(new Set(['b']))
  expect(world.modes).toEqual(['normal', 'normal', 'force'])
})

it('shares a failure and asks anew for the next caller', async () => {
  const world = setup('a')
  world.fail(true)
  const ended = await Promise.allSettled([world.tokens.current(), world.tokens.current()])
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(world.modes).toHaveLength(1)
  world.fail(false)
  await expect(world.tokens.current()).resolves.toBe('a')
})

it('takes what another instance stored', async () => {
  const world = setup()
  world.stored.set('k', { token: 'theirs', useUntil: '2026-01-01T01:00:00.000Z' })
  await expect(world.tokens.current()).resolves.toBe('theirs')
  expect(world.modes).toEqual([])
})

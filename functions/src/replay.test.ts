import { differences, hashOf } from '../../bench/replay/compare'
import { makeEvents } from '../../bench/replay/make-events'
import { clean, hostile } from '../../bench/replay/mode'
import type { Mode } from '../../bench/replay/mode'
import { cardsOf, phonesOf } from '../../bench/replay/phones'
import { play } from '../../bench/replay/play'
import { stateOf } from '../../bench/replay/state'
import type { State } from '../../bench/replay/state'
import { stageOf } from '../../bench/setup/stage'
import { createWorld } from './testing/world'

// Nothing here is measured; the clock is asked to stop at every event, on a machine that may be busy.
jest.setTimeout(900_000)

/** A short file; `npm run replay` plays the long one. */
const events = makeEvents({ seed: 'short', events: 120, patients: 4 })

async function replayed(mode: Mode): Promise<{ state: State; outcomes: readonly string[]; refusals: object }> {
  const world = await createWorld()
  try {
    const stage = stageOf(new URL(world.environment['WECOM_BASE_URL'] ?? '').origin, world.url)
    const publicHost = new URL(world.config.PUBLIC_URL).host
    const played = await play(stage, events, mode, { publicHost })
    const state = {
      ...(await stateOf((collection) => world.documents(collection), played)),
      phones: await phonesOf(stage, played.users),
      cards: await cardsOf(stage, ['linzhiyuan', 'chensiyuan', 'zhouning']),
    }
    const { refusals } = (await stage.view('state')) as { refusals: object }
    return { state, outcomes: played.outcomes, refusals }
  } finally {
    await world.close()
  }
}

it('callbacks three times, shuffled and with every fifth doorbell lost end in the same state', async () => {
  const one = await replayed(clean)
  const other = await replayed(hostile)
  expect(differences(one.state, other.state)).toEqual([])
  expect(hashOf(one.state)).toBe(hashOf(other.state))
  expect(other.outcomes).toEqual(one.outcomes)
  expect(other.refusals).toEqual(one.refusals)
  expect(Object.keys(one.refusals)).not.toContain('45009')
  // The state says something: people wrote, were answered and handed over.
  const texts = Object.values(one.state['messages'] ?? {}) as { author: { kind: string } }[]
  expect(new Set(texts.map(({ author }) => author.kind))).toEqual(new Set(['patient', 'assistant', 'staff']))
  expect(Object.keys(one.state['handOvers'] ?? {}).length).toBeGreaterThan(5)
  expect(Object.keys(one.state['phones'] ?? {}).length).toBeGreaterThan(5)
})

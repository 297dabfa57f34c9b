import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hundredths } from '../measure/percentiles'
import type { Bed, Bench } from '../setup/bench'
import { benchBundle } from '../setup/bundle'
import { benchDatabase, benchServer } from '../setup/database'
import type { BenchServer } from '../setup/database'
import { benchHost } from '../setup/host'
import { cpuMs, loadAverage, machine } from '../setup/machine'
import { benchSandbox } from '../setup/sandbox'
import { stageOf } from '../setup/stage'
import { differences, hashOf } from './compare'
import { readEvents } from './event'
import type { ReplayEvent } from './event'
import { clean, hostile } from './mode'
import type { Mode } from './mode'
import { cardsOf, phonesOf } from './phones'
import { play } from './play'
import { stateOf } from './state'
import type { State } from './state'
import { FILE } from './write-file'

const SHOWN_DIFFERENCES = 12
const MEMBERS = ['linzhiyuan', 'chensiyuan', 'zhouning']

/** The same two hours with callbacks as they should come and as they may come: the state at the end is the same by hash. */
export const replay: Bench = {
  name: 'replay',
  summary:
    'a file of events played clean, then ×3, shuffled and with one doorbell in five dropped: the same state by hash',
  needs: ['functions-bundle'],
  options: {
    file: { type: 'string', default: FILE },
    seed: { type: 'string', default: 'replay' },
    events: { type: 'string', default: '0' },
    keep: { type: 'string', default: '' },
    modes: { type: 'string', default: 'clean,hostile' },
  },
  async run(bed) {
    const file = String(bed.options['file'])
    const all = readEvents(readFileSync(join(bed.root, file), 'utf8'))
    const events = all.slice(0, Number(bed.options['events']) || all.length)
    const names = String(bed.options['modes']).split(',')
    const modes = [clean, hostile].filter(({ name }) => names.includes(name))
    bed.emit({ bench: 'replay', setUp: machine(bed.root), file, options: bed.options })
    const server = await benchServer(bed)
    // Each mode has an installation of its own, so they may be played at the same time.
    const states = await Promise.all(modes.map((mode) => replayed(bed, events, mode, server)))
    const folder = bed.options['keep']
    if (folder)
      for (const [at, state] of states.entries())
        writeFileSync(join(folder, `${modes[at]?.name ?? ''}.json`), JSON.stringify(state, null, 2))
    const [first, ...others] = states
    const found = others.flatMap((other) => (first ? differences(first, other) : []))
    bed.emit({
      bench: 'replay',
      same: found.length === 0,
      differing: found.length,
      first: found.slice(0, SHOWN_DIFFERENCES),
      loadAverage: loadAverage(),
    })
    if (found.length > 0) process.exitCode = 1
  },
}

async function replayed(bed: Bed, events: readonly ReplayEvent[], mode: Mode, server: BenchServer): Promise<State> {
  const began = performance.now()
  const bundle = benchBundle(bed)
  const database = await benchDatabase(bed, server)
  const sandbox = await benchSandbox(bed, ['--mode', 'frozen', '--seed', String(bed.options['seed'])])
  const host = await benchHost(bed, bundle, database, sandbox.url, { CLOCK: 'followed', TIMER_SECONDS: '0' })
  const stage = stageOf(sandbox.url, host.url)
  await stage.control('follow', { url: `${host.url}/__clock`, secret: host.settings['HOST_SECRET'] })
  await stage.control('callback-url', { url: `${host.url}/callbacks/wecom` })
  const played = await play(stage, events, mode, {
    publicHost: new URL(sandbox.url).host,
    note: (line) => (line % 200 === 0 ? bed.say(`replay, ${mode.name}: line ${line} of ${events.length}`) : undefined),
  })
  const state = {
    ...(await stateOf(async (name) => database.connection.collection(name).find({}).toArray(), played)),
    phones: await phonesOf(stage, played.users),
    cards: await cardsOf(stage, MEMBERS),
    outcomes: Object.fromEntries(played.outcomes.map((outcome, line) => [`line ${line}`, outcome])),
  }
  const { calls, refusals } = (await stage.view('state')) as unknown as {
    calls: { api: string; calls: number }[]
    refusals: Record<string, number>
  }
  bed.emit({
    bench: 'replay',
    mode: mode.name,
    bundle: bundle.digest,
    events: events.length,
    seconds: hundredths((performance.now() - began) / 1000),
    hostCpuMs: cpuMs(host.pid),
    hash: hashOf(state),
    documents: Object.fromEntries(Object.entries(state).map(([kind, rows]) => [kind, Object.keys(rows).length])),
    outcomes: counted(played.outcomes),
    inbox: await database.connection.collection('inbox').countDocuments({}),
    syncCalls: calls.find(({ api }) => api === 'wecom/kf/sync_msg')?.calls ?? 0,
    refusals,
    quotaRefusals: refusals['45009'] ?? 0,
    loadAverage: loadAverage(),
  })
  return state
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

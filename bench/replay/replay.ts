import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../../scripts/start/child'
import { hundredths } from '../measure/percentiles'
import type { Bed, Bench } from '../setup/bench'
import { benchBundle } from '../setup/bundle'
import { benchDatabase } from '../setup/database'
import { cpuMs, loadAverage, machine } from '../setup/machine'
import { benchSandbox } from '../setup/sandbox'
import { hostSettings } from '../setup/settings'
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
    modes: { type: 'string', default: 'clean,hostile' },
  },
  async run(bed) {
    const file = String(bed.options['file'])
    const all = readEvents(readFileSync(join(bed.root, file), 'utf8'))
    const events = all.slice(0, Number(bed.options['events']) || all.length)
    const names = String(bed.options['modes']).split(',')
    const modes = [clean, hostile].filter(({ name }) => names.includes(name))
    bed.emit({ bench: 'replay', setUp: machine(bed.root), file, options: bed.options })
    const states: State[] = []
    for (const mode of modes) states.push(await replayed(bed, events, mode))
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

async function replayed(bed: Bed, events: readonly ReplayEvent[], mode: Mode): Promise<State> {
  const began = performance.now()
  const bundle = benchBundle(bed)
  const database = await benchDatabase(bed)
  const sandbox = await benchSandbox(bed, ['--mode', 'frozen', '--seed', String(bed.options['seed'])])
  const settings = hostSettings({
    root: bed.root,
    bundle,
    databaseUri: database.uri,
    databaseName: database.name,
    sandboxUrl: sandbox.url,
  })
  const host = await startChild({
    name: 'host',
    args: ['-r', join(bed.root, 'scripts/start/exit-with-parent.cjs'), bundle.entry],
    env: { ...settings, CLOCK: 'followed', TIMER_SECONDS: '0' },
    log: bed.say,
  })
  bed.undo(() => host.stop())
  const hostUrl = `http://127.0.0.1:${String(host.ready['port'])}`
  const stage = stageOf(sandbox.url, hostUrl)
  await stage.control('follow', { url: `${hostUrl}/__clock`, secret: settings['HOST_SECRET'] })
  await stage.control('callback-url', { url: `${hostUrl}/callbacks/wecom` })
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
    hostCpuMs: cpuMs(host.process.pid ?? 0),
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

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startChild } from '../scripts/start/child'
import type { Child } from '../scripts/start/child'
import { tagEvents } from './load/event-kinds'
import { poster } from './load/post-event'
import { sealer } from './load/sealed-event'
import { distribution, hundredths, percentile } from './measure/percentiles'
import { positive } from './setup/bench'
import type { Bed, Bench } from './setup/bench'
import { benchBundle } from './setup/bundle'
import { benchDatabase } from './setup/database'
import { cpuMs, loadAverage, machine } from './setup/machine'
import { benchSandbox } from './setup/sandbox'
import { corpKeys, hostSettings } from './setup/settings'

const GOAL_MS = 400

interface ColdStart {
  readonly readyMs: number
  /** Processor time the host had used by then. */
  readonly readyCpuMs: number
  readonly healthMs: number
  readonly callbackMs: number
  /** The host's own account: milliseconds since its process began at which each step was done. */
  readonly steps: Readonly<Record<string, number>>
}

/** How long a new instance of the bundle takes, the database being up and its collections there. */
export const coldstart: Bench = {
  name: 'coldstart',
  summary: 'a new process of the bundle: to its ready line, its first answer and its first acknowledged callback',
  needs: ['functions-bundle'],
  options: { runs: { type: 'string', default: '15' } },
  async run(bed) {
    const bundle = benchBundle(bed)
    const database = await benchDatabase(bed)
    const sandbox = await benchSandbox(bed)
    const env = hostSettings({
      root: bed.root,
      bundle,
      databaseUri: database.uri,
      databaseName: database.name,
      sandboxUrl: sandbox.url,
    })
    const start = (): Promise<Child> => startChild({ name: 'host', args: [bundle.entry], env, log: bed.say })
    bed.say('coldstart: first start, which makes collections, indexes and kf account; not counted')
    await (await start()).stop()

    bed.emit({
      bench: 'coldstart',
      setUp: {
        ...machine(bed.root),
        bundle: bundle.digest,
        database: { kind: database.kind, version: database.version },
      },
      warmUp: 'one start before, not counted: indexes present, files in the page cache',
      emptyNodeMs: await emptyNode(),
      goal: { medianReadyMs: GOAL_MS },
      options: bed.options,
    })
    const starts: ColdStart[] = []
    for (let run = 0; run < positive(bed, 'runs'); run++) {
      bed.say(`coldstart: run ${run + 1}`)
      starts.push(await coldStart(bed, start))
    }
    const of = (pick: (start: ColdStart) => number): object => {
      const { p50, p90, max } = distribution(starts.map(pick))
      return { median: p50, p90, max, samples: starts.map((each) => Math.round(pick(each))) }
    }
    const steps = Object.keys(starts[0]?.steps ?? {})
    bed.emit({
      bench: 'coldstart',
      runs: starts.length,
      readyMs: of((each) => each.readyMs),
      readyCpuMs: of((each) => each.readyCpuMs),
      firstAnswerMs: of((each) => each.healthMs),
      firstCallbackMs: of((each) => each.callbackMs),
      stepsDoneAtMs: Object.fromEntries(
        steps.map((step) => [step, median(starts.map((each) => each.steps[step] ?? Number.NaN))]),
      ),
      goalMet: median(starts.map((each) => each.readyMs)) <= GOAL_MS,
      loadAverage: loadAverage(),
    })
  },
}

/** One start, measured from before the spawn; health and callback are asked one after another once the ready line is there. */
async function coldStart(bed: Bed, start: () => Promise<Child>): Promise<ColdStart> {
  const began = performance.now()
  const since = (): number => hundredths(performance.now() - began)
  const child = await start()
  try {
    const readyMs = since()
    const readyCpuMs = cpuMs(child.process.pid ?? 0)
    const port = Number(child.ready['port'])
    const health = await fetch(`http://127.0.0.1:${port}/health`)
    await health.text()
    if (!health.ok) throw new Error(`health answered ${health.status}`)
    const healthMs = since()
    const post = poster(port)
    const { status } = await post.post(sealer(corpKeys)(tagEvents(corpKeys.corpId)(Date.now()), Date.now()))
    const callbackMs = since()
    post.close()
    if (status !== 200) throw new Error(`the first callback was answered ${status}`)
    return {
      readyMs,
      readyCpuMs,
      healthMs,
      callbackMs,
      steps: (child.ready['doneAtMs'] ?? {}) as Record<string, number>,
    }
  } finally {
    await child.stop()
  }
}

/** What node alone takes to start and end on this machine: no start of ours can be shorter. */
async function emptyNode(): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 7; run++) {
    const began = performance.now()
    await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit')
    times.push(performance.now() - began)
  }
  return median(times)
}

const median = (values: readonly number[]): number =>
  hundredths(
    percentile(
      [...values].sort((a, b) => a - b),
      0.5,
    ),
  )

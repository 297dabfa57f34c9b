import { setTimeout as pause } from 'node:timers/promises'
import { openLoop } from './load/load'
import { deliveries } from './measure/deliveries'
import { distribution, hundredths } from './measure/percentiles'
import { known } from './replay/phrases'
import { positive } from './setup/bench'
import type { Bed, Bench } from './setup/bench'
import { benchBundle } from './setup/bundle'
import { countingProxy } from './setup/counting-proxy'
import { crowd } from './setup/crowd'
import { benchDatabase } from './setup/database'
import { eventually } from './setup/eventually'
import { benchHost } from './setup/host'
import { cpuMs, loadAverage, machine } from './setup/machine'
import type { Newcomer } from './setup/newcomer'
import { benchSandbox } from './setup/sandbox'
import { demo } from '../packages/sandbox/src/demo'
import { stageOf } from './setup/stage'
import type { Stage } from './setup/stage'

const GOAL_P95_MS = 2_000
const IDLE_S = 10
const COUNTED_QUESTIONS = 20
/** Nobody asks the same again: that would be handed over instead of answered. */
const EACH_ASKS = known.length - 1

/** How long a patient waits for the assistant, from the message to the answer on the phone. */
export const answer: Bench = {
  name: 'answer',
  summary: "from a patient's question in kf to the assistant's answer on the phone, open loop",
  needs: ['functions-bundle'],
  options: {
    seconds: { type: 'string', default: '60' },
    warmup: { type: 'string', default: '5' },
    rate: { type: 'string', default: '20' },
  },
  async run(bed) {
    const [rate, seconds, warmup] = [positive(bed, 'rate'), positive(bed, 'seconds'), positive(bed, 'warmup')]
    const bundle = benchBundle(bed)
    const database = await benchDatabase(bed)
    const sandbox = await benchSandbox(bed)
    const proxy = await countingProxy(database.uri)
    bed.undo(() => proxy.close())
    const counted = await benchHost(bed, bundle, { ...database, uri: proxy.uri }, sandbox.url, { CLOCK: 'followed' })
    const publicHost = new URL(sandbox.url).host
    const first = await followed(sandbox.url, counted)
    const count = Math.ceil((rate * (seconds + warmup) + COUNTED_QUESTIONS) / (EACH_ASKS - 1))
    bed.say(`answer: ${count} patients scan, enrol and open the chat`)
    const patients = await crowd(first, count, { publicHost })
    const asking = asker(patients)
    await pause(3_000)
    const commands = await commandsPerQuestion(first, proxy.commands, asking)
    await first.control('unfollow', { url: `${counted.url}/__clock`, secret: counted.settings['HOST_SECRET'] })
    await counted.stop()

    const host = await benchHost(bed, bundle, database, sandbox.url, { CLOCK: 'followed' })
    const stage = await followed(sandbox.url, host)
    bed.emit({
      bench: 'answer',
      setUp: {
        ...machine(bed.root),
        bundle: bundle.digest,
        database: { kind: database.kind, version: database.version },
      },
      processes: 'database, sandbox, host and load generator are four processes on this machine',
      patients: count,
      goal: { p95Ms: GOAL_P95_MS },
      options: bed.options,
    })
    bed.say('answer: warm-up')
    await openLoop({ rate, seconds: warmup, send: () => asking(stage) })
    await pause(5_000)
    await measured(bed, { stage, asking, rate, seconds, hostPid: host.pid, commands })
  },
}

async function followed(
  sandboxUrl: string,
  host: { url: string; settings: Readonly<Record<string, string>> },
): Promise<Stage> {
  const stage = stageOf(sandboxUrl, host.url)
  await stage.control('follow', { url: `${host.url}/__clock`, secret: host.settings['HOST_SECRET'] })
  await stage.control('mode', { mode: 'running' })
  await stage.control('callback-url', { url: `${host.url}/callbacks/wecom` })
  return stage
}

type Asking = (stage: Stage) => Promise<void>
/** The patients ask in turn, each another question every time. */
function asker(patients: readonly Newcomer[]): Asking {
  let asked = 0
  return async (stage) => {
    const at = asked++
    const question = known[Math.floor(at / patients.length) % known.length]?.[0] ?? ''
    await stage.control('say', {
      user: patients[at % patients.length]?.user,
      openKfid: demo.kf.openKfid,
      text: question,
    })
  }
}

interface Commands {
  readonly perQuestion: number
  readonly idlePerSecond: number
}
/** One question at a time, what an idle host asks meanwhile taken off. */
async function commandsPerQuestion(stage: Stage, commands: () => number, asking: Asking): Promise<Commands> {
  const quiet = commands()
  await pause(IDLE_S * 1000)
  const idlePerSecond = (commands() - quiet) / IDLE_S
  const phones = await deliveries(stage)
  const before = commands()
  const began = performance.now()
  for (let question = 1; question <= COUNTED_QUESTIONS; question++) {
    await asking(stage)
    await eventually('the answer', async () => Promise.resolve(phones.latencies.length >= question))
  }
  await pause(1_000)
  const seconds = (performance.now() - began) / 1000
  await phones.stop()
  const spent = commands() - before - idlePerSecond * seconds
  return { perQuestion: hundredths(spent / COUNTED_QUESTIONS), idlePerSecond: hundredths(idlePerSecond) }
}

interface Measurement {
  readonly stage: Stage
  readonly asking: Asking
  readonly rate: number
  readonly seconds: number
  readonly hostPid: number
  readonly commands: Commands
}
async function measured(bed: Bed, { stage, asking, rate, seconds, hostPid, commands }: Measurement): Promise<void> {
  bed.say(`answer: ${rate} questions a second for ${seconds} s`)
  const phones = await deliveries(stage)
  const cpuBefore = cpuMs(hostPid)
  const callsBefore = await callsOf(stage)
  const { samples, lateness, elapsedMs } = await openLoop({ rate, seconds, send: () => asking(stage) })
  const unansweredAtEnd = samples.length - phones.latencies.length
  await eventually('every answer', async () => Promise.resolve(phones.latencies.length >= samples.length), {
    withinMs: 120_000,
  }).catch(() => false)
  await phones.stop()
  const calls = await callsOf(stage)
  const { count, ...ms } = distribution(phones.latencies)
  bed.emit({
    bench: 'answer',
    rate,
    questions: samples.length,
    answered: count,
    unanswered: samples.length - count,
    unansweredAtEnd,
    asksPerSecond: hundredths((samples.length * 1000) / elapsedMs),
    lateAsks: lateness.filter((late) => late > 50).length,
    ms,
    goalMet: ms.p95 <= GOAL_P95_MS && count === samples.length,
    hostCpuMsPerQuestion: hundredths((cpuMs(hostPid) - cpuBefore) / samples.length),
    databaseCommands: commands,
    vendorCalls: Object.fromEntries(
      Object.entries(calls.calls).flatMap(([api, made]) => {
        const since = made - (callsBefore.calls[api] ?? 0)
        return since > 0 ? [[api, since]] : []
      }),
    ),
    refusals: calls.refusals,
    loadAverage: loadAverage(),
  })
}

/** Calls the sandbox counted, by API, and its refusals by errcode. */
export async function callsOf(
  stage: Stage,
): Promise<{ calls: Record<string, number>; refusals: Record<string, number> }> {
  const { calls, refusals } = (await stage.view('state')) as unknown as {
    calls: { api: string; calls: number }[]
    refusals: Record<string, number>
  }
  return { calls: Object.fromEntries(calls.map(({ api, calls: made }) => [api, made])), refusals }
}

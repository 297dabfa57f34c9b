import { doorbellEvents, tagEvents } from './load/event-kinds'
import type { Doorbell, EventWriter } from './load/event-kinds'
import { closedLoop, openLoop } from './load/load'
import type { Load } from './load/load'
import { poster } from './load/post-event'
import type { Ack, Poster } from './load/post-event'
import { sealer } from './load/sealed-event'
import { distribution, hundredths } from './measure/percentiles'
import { positive } from './setup/bench'
import type { Bed, Bench } from './setup/bench'
import { benchBundle } from './setup/bundle'
import { benchDatabase } from './setup/database'
import type { BenchDatabase } from './setup/database'
import { eventually } from './setup/eventually'
import { benchHost } from './setup/host'
import { cpuMs, loadAverage, machine } from './setup/machine'
import { benchSandbox } from './setup/sandbox'
import { corpKeys } from './setup/settings'

const GOAL_P99_MS = 50
/** A request sent later than this after its instant is counted as late: the load generator's own fault. */
const LATE_MS = 5

/** How long WeCom waits for the acknowledgement of a callback, the row being durable before it. */
export const callback: Bench = {
  name: 'callback',
  summary: 'acknowledgement of a callback whose row is durable, closed loop and open loop',
  needs: ['functions-bundle'],
  options: {
    seconds: { type: 'string', default: '20' },
    warmup: { type: 'string', default: '5' },
    concurrency: { type: 'string', default: '16' },
    rate: { type: 'string', default: '200' },
    mode: { type: 'string', default: 'open,closed' },
    events: { type: 'string', default: 'tag,doorbell' },
    repeat: { type: 'string', default: '1' },
  },
  async run(bed) {
    const bundle = benchBundle(bed)
    const database = await benchDatabase(bed)
    const sandbox = await benchSandbox(bed)
    const { port, pid: hostPid } = await benchHost(bed, bundle, database, sandbox.url)
    await sandbox.control('callback-url', { url: `http://127.0.0.1:${port}/callbacks/wecom` })
    const writers: Record<string, EventWriter> = {
      tag: tagEvents(corpKeys.corpId),
      doorbell: doorbellEvents(corpKeys.corpId, await rungDoorbell(sandbox, database)),
    }

    bed.emit({
      bench: 'callback',
      setUp: {
        ...machine(bed.root),
        bundle: bundle.digest,
        database: { kind: database.kind, version: database.version },
      },
      processes: 'database, sandbox, host and load generator are four processes on this machine',
      connections: 'kept alive',
      warmUp: `${String(bed.options['warmup'])} s of the same load before each run, not counted`,
      goal: { p99Ms: GOAL_P99_MS },
      options: bed.options,
    })
    const post = poster(port)
    bed.undo(() => post.close())
    for (let round = 1; round <= positive(bed, 'repeat'); round++)
      for (const events of listed(bed, 'events', Object.keys(writers)))
        for (const mode of listed(bed, 'mode', ['open', 'closed']))
          await measured({
            bed,
            database,
            post,
            mode,
            events,
            write: writers[events]!,
            round,
            hostPid,
          })
  },
}

interface Measurement {
  readonly bed: Bed
  readonly database: BenchDatabase
  readonly post: Poster
  readonly mode: string
  readonly events: string
  readonly write: EventWriter
  readonly round: number
  readonly hostPid: number
}

async function measured({ bed, database, post, mode, events, write, round, hostPid }: Measurement): Promise<void> {
  const seal = sealer(corpKeys)
  const send = (): Promise<Ack> => post.post(seal(write(Date.now()), Date.now()))
  const load = (seconds: number): Promise<Load<Ack>> =>
    mode === 'open'
      ? openLoop({ rate: positive(bed, 'rate'), seconds, send })
      : closedLoop({ concurrency: positive(bed, 'concurrency'), seconds, send })
  bed.say(`callback, ${mode} loop, ${events} events, round ${round}`)
  await load(positive(bed, 'warmup'))
  await drained(database)
  const cpuBefore = cpuMs(hostPid)
  const { samples, outcomes, elapsedMs, lateness } = await load(positive(bed, 'seconds'))
  const ended = performance.now()
  const backlog = await waiting(database)
  await drained(database)
  const acknowledged = outcomes.filter(({ status }) => status === 200).map(({ digest }) => digest)
  const { count, ...latency } = distribution(samples)
  const rows = await stored(database, acknowledged)
  bed.emit({
    bench: 'callback',
    mode,
    events,
    round,
    ...(mode === 'open'
      ? { rate: positive(bed, 'rate'), arrivals: 'even' }
      : { concurrency: positive(bed, 'concurrency') }),
    requests: count,
    errors: outcomes.length - acknowledged.length,
    ...failuresOf(outcomes),
    hostCpuMsPerRequest: hundredths((cpuMs(hostPid) - cpuBefore) / count),
    rps: hundredths((count * 1000) / elapsedMs),
    ms: latency,
    goalMet: latency.p99 <= GOAL_P99_MS,
    acknowledged: acknowledged.length,
    rowsStored: rows,
    allDurable: rows === acknowledged.length,
    ...(mode === 'open'
      ? { lateStarts: lateness.filter((late) => late > LATE_MS).length, worstLatenessMs: distribution(lateness).max }
      : {}),
    workerBacklog: { rowsAtEnd: backlog, emptyAfterMs: Math.round(performance.now() - ended) },
    loadAverage: loadAverage(),
  })
}

/** A doorbell as the sandbox rings it when a patient writes: read from the row it left, so that its pull token is real. */
async function rungDoorbell(
  sandbox: { control(action: string, body: unknown): Promise<unknown> },
  { connection }: BenchDatabase,
): Promise<Doorbell> {
  const accounts = connection.collection<{ _id: string; token: string | null }>('kfaccounts')
  const account = await eventually('a kf account of the programme', () => accounts.findOne({}))
  await sandbox.control('say', { user: 'wangxiulan', openKfid: account._id, text: '您好' })
  const rung = await eventually('the doorbell of what a patient wrote', () =>
    accounts.findOne({ token: { $ne: null } }),
  )
  return { openKfid: rung._id, token: rung.token ?? '' }
}

/** How many requests failed in which way; nothing when none did. */
function failuresOf(outcomes: readonly Ack[]): object {
  const kinds = new Map<string, number>()
  for (const { status, failure } of outcomes)
    if (status !== 200) kinds.set(failure ?? String(status), (kinds.get(failure ?? String(status)) ?? 0) + 1)
  return kinds.size > 0 ? { failures: Object.fromEntries(kinds) } : {}
}

const waiting = ({ connection }: BenchDatabase): Promise<number> =>
  connection.collection('inbox').countDocuments({ state: 'waiting' })
const drained = (database: BenchDatabase): Promise<boolean> =>
  eventually('the worker has handled everything', async () => (await waiting(database)) === 0, {
    withinMs: 180_000,
    everyMs: 100,
  })

/** How many of the acknowledged events are rows, each looked up by its own key. */
async function stored({ connection }: BenchDatabase, digests: readonly string[]): Promise<number> {
  const inbox = connection.collection<{ _id: string }>('inbox')
  let found = 0
  for (let at = 0; at < digests.length; at += 1000)
    found += await inbox.countDocuments({ _id: { $in: digests.slice(at, at + 1000) } })
  return found
}

function listed(bed: Bed, option: string, known: readonly string[]): readonly string[] {
  const names = String(bed.options[option]).split(',')
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new RangeError(`--${option} ${unknown}: one or more of ${known.join(',')}`)
  return names
}

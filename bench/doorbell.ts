import { doorbellEvents } from './load/event-kinds'
import type { Doorbell } from './load/event-kinds'
import { openLoop } from './load/load'
import { poster } from './load/post-event'
import type { Ack } from './load/post-event'
import { sealer } from './load/sealed-event'
import type { SealedEvent } from './load/sealed-event'
import { callsOf } from './answer'
import { deliveries } from './measure/deliveries'
import { distribution, hundredths } from './measure/percentiles'
import { positive } from './setup/bench'
import type { Bed, Bench } from './setup/bench'
import { benchBundle } from './setup/bundle'
import { people } from './setup/crowd'
import { benchDatabase } from './setup/database'
import type { BenchDatabase } from './setup/database'
import { eventually } from './setup/eventually'
import { benchHost } from './setup/host'
import { cpuMs, loadAverage, machine } from './setup/machine'
import { moreProgrammes } from './setup/more-programmes'
import { benchSandbox } from './setup/sandbox'
import { corpKeys } from './setup/settings'
import { stageOf } from './setup/stage'
import type { Stage } from './setup/stage'

const GOAL_P99_MS = 50
const LATE_MS = 5
const SYNC = 'wecom/kf/sync_msg'

/** Doorbells as a busy corp's: most ring for messages that were pulled already, one in five comes twice. */
export const doorbell: Bench = {
  name: 'doorbell',
  summary: 'acknowledgement of kf doorbells of several accounts, one in five twice, messages behind them; open loop',
  needs: ['functions-bundle'],
  options: {
    seconds: { type: 'string', default: '60' },
    warmup: { type: 'string', default: '5' },
    rate: { type: 'string', default: '200' },
    twice: { type: 'string', default: '0.2' },
    accounts: { type: 'string', default: '3' },
    users: { type: 'string', default: '60' },
    messages: { type: 'string', default: '2' },
  },
  async run(bed) {
    const bundle = benchBundle(bed)
    const programmes = moreProgrammes(bundle, positive(bed, 'accounts'))
    const database = await benchDatabase(bed)
    const sandbox = await benchSandbox(bed)
    const host = await benchHost(bed, bundle, database, sandbox.url, { CLOCK: 'followed' })
    const stage = stageOf(sandbox.url, host.url)
    await stage.control('follow', { url: `${host.url}/__clock`, secret: host.settings['HOST_SECRET'] })
    await stage.control('mode', { mode: 'running' })
    await stage.control('callback-url', { url: `${host.url}/callbacks/wecom` })
    const users = await people(stage, 'd', positive(bed, 'users'))
    const bells = await rung(stage, database, programmes, users)
    // From here on the only doorbells are the measured ones.
    await stage.control('callback-url', { url: null })
    bed.emit({
      bench: 'doorbell',
      setUp: {
        ...machine(bed.root),
        bundle: bundle.digest,
        database: { kind: database.kind, version: database.version },
      },
      processes: 'database, sandbox, host and load generator are four processes on this machine',
      goal: { p99Ms: GOAL_P99_MS, quotaRefusals: 0 },
      options: bed.options,
    })
    const post = poster(host.port)
    bed.undo(() => post.close())
    const send = ringing(bells, positive(bed, 'twice'), (event) => post.post(event))
    const rate = positive(bed, 'rate')
    bed.say('doorbell: warm-up')
    await openLoop({ rate, seconds: positive(bed, 'warmup'), send })
    await drained(database)
    await measured(bed, { stage, database, send, bells, users, hostPid: host.pid })
  },
}

/** A message in every account, so that each has a pull token that lives. Everybody writes to the account of their turn. */
async function rung(
  stage: Stage,
  { connection }: BenchDatabase,
  programmes: readonly string[],
  users: readonly string[],
): Promise<Doorbell[]> {
  const accounts = connection.collection<{ _id: string; programmeId: string; token: string | null }>('kfaccounts')
  const found = await eventually('a kf account of every programme', async () => {
    const rows = await accounts.find({ programmeId: { $in: [...programmes] } }).toArray()
    return rows.length === programmes.length ? rows : null
  })
  for (const [at, { _id }] of found.entries())
    await stage.control('say', { user: users[at], openKfid: _id, text: '您好' })
  return Promise.all(
    found.map(async ({ _id }) => {
      const row = await eventually('a doorbell', () => accounts.findOne({ _id, token: { $ne: null } }))
      return { openKfid: row._id, token: row.token ?? '' }
    }),
  )
}

type Sent = Ack & { readonly copy: boolean }
/** The next doorbell, of each account in turn; so many of them are the one before once more. */
function ringing(
  bells: readonly Doorbell[],
  twice: number,
  post: (event: SealedEvent) => Promise<Ack>,
): () => Promise<Sent> {
  const seal = sealer(corpKeys)
  const writers = bells.map((bell) => doorbellEvents(corpKeys.corpId, bell))
  let sent = 0
  let owed = 0
  let last: SealedEvent | null = null
  return async () => {
    owed += twice
    const copy = owed >= 1 && last !== null
    if (copy) owed -= 1
    const writer = writers[sent++ % writers.length]
    const event: SealedEvent = copy && last ? last : seal(writer?.(Date.now()) ?? '', Date.now())
    last = event
    return { ...(await post(event)), copy }
  }
}

interface Measurement {
  readonly stage: Stage
  readonly database: BenchDatabase
  readonly send: () => Promise<Sent>
  readonly bells: readonly Doorbell[]
  readonly users: readonly string[]
  readonly hostPid: number
}
async function measured(bed: Bed, { stage, database, send, bells, users, hostPid }: Measurement): Promise<void> {
  const [rate, seconds, messages] = [positive(bed, 'rate'), positive(bed, 'seconds'), positive(bed, 'messages')]
  bed.say(`doorbell: ${rate} a second for ${seconds} s`)
  const phones = await deliveries(stage)
  const before = await callsOf(stage)
  const pulledBefore = await received(database)
  const cpuBefore = cpuMs(hostPid)
  let said = 0
  const says = openLoop({
    rate: messages,
    seconds,
    send: () => {
      const at = said++
      const bell = bells[at % bells.length]
      return stage.control('say', {
        user: users[at % users.length],
        openKfid: bell?.openKfid,
        text: '餐后血糖多少算正常',
      })
    },
  })
  const { samples, outcomes, elapsedMs, lateness } = await openLoop({ rate, seconds, send })
  const backlog = await waiting(database)
  const ended = performance.now()
  await says
  await send()
  await drained(database)
  const emptyAfterMs = Math.round(performance.now() - ended)
  const pulled = async (): Promise<number> => (await received(database)) - pulledBefore
  await eventually('every message', async () => (await pulled()) >= said, { withinMs: 400_000, everyMs: 200 }).catch(
    () => false,
  )
  await eventually('every answer', async () => Promise.resolve(phones.delivered >= said), {
    withinMs: 60_000,
  }).catch(() => false)
  await phones.stop()
  const { calls, refusals } = await callsOf(stage)
  const syncCalls = (calls[SYNC] ?? 0) - (before.calls[SYNC] ?? 0)
  const acknowledged = outcomes.filter(({ status }) => status === 200)
  const digests = new Set(acknowledged.map(({ digest }) => digest))
  const { count, ...ms } = distribution(samples)
  bed.emit({
    bench: 'doorbell',
    rate,
    requests: count,
    copies: outcomes.filter(({ copy }) => copy).length,
    errors: outcomes.length - acknowledged.length,
    rps: hundredths((count * 1000) / elapsedMs),
    ms,
    accounts: bells.length,
    users: users.length,
    messages: { said, pulled: await pulled(), lost: said - (await pulled()), answersOnPhones: phones.delivered },
    syncCalls,
    doorbellsPerPull: hundredths(digests.size / Math.max(1, syncCalls)),
    refusals,
    quotaRefusals: refusals['45009'] ?? 0,
    concurrencyRefusals: refusals['45033'] ?? 0,
    hostCpuMsPerRequest: hundredths((cpuMs(hostPid) - cpuBefore) / count),
    lateStarts: lateness.filter((late) => late > LATE_MS).length,
    worstLatenessMs: distribution(lateness).max,
    workerBacklog: { rowsAtEnd: backlog, emptyAfterMs },
    goalMet: ms.p99 <= GOAL_P99_MS && (refusals['45009'] ?? 0) === 0,
    loadAverage: loadAverage(),
  })
}

const received = ({ connection }: BenchDatabase): Promise<number> =>
  connection.collection('messages').countDocuments({ 'author.kind': 'patient' })
const waiting = ({ connection }: BenchDatabase): Promise<number> =>
  connection.collection('inbox').countDocuments({ state: 'waiting' })
const drained = (database: BenchDatabase): Promise<boolean> =>
  eventually('the worker has handled everything', async () => (await waiting(database)) === 0, {
    withinMs: 180_000,
    everyMs: 100,
  })

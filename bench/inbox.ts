import { repositories } from '@suixing/database'
import { closedLoop } from './load/load'
import { distribution, hundredths } from './measure/percentiles'
import { known, replies } from './replay/phrases'
import { positive } from './setup/bench'
import type { Bed, Bench } from './setup/bench'
import { benchBundle } from './setup/bundle'
import { eachOf } from './setup/crowd'
import { benchDatabase } from './setup/database'
import type { BenchDatabase } from './setup/database'
import { benchHost } from './setup/host'
import { cpuMs, loadAverage, machine } from './setup/machine'
import { PROGRAMME } from './setup/newcomer'
import { benchSandbox } from './setup/sandbox'
import { expected, physicianToken, stageOf } from './setup/stage'
import type { Stage } from './setup/stage'

const GOAL_UNCHANGED_MS = 10
const PHYSICIAN = 'linzhiyuan'

/** What a physician's screens ask for while they are open. */
export const inbox: Bench = {
  name: 'inbox',
  summary: "API time of a physician's inbox and of one conversation: unchanged since the last poll, and whole",
  needs: ['functions-bundle'],
  options: {
    patients: { type: 'string', default: '400' },
    messages: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '10' },
    concurrency: { type: 'string', default: '1' },
  },
  async run(bed) {
    const bundle = benchBundle(bed)
    const database = await benchDatabase(bed)
    const sandbox = await benchSandbox(bed)
    const host = await benchHost(bed, bundle, database, sandbox.url, { TIMER_SECONDS: '0' })
    const stage = stageOf(sandbox.url, host.url)
    const token = await physicianToken(stage, PHYSICIAN)
    bed.say('inbox: writing conversations')
    await fill(database, positive(bed, 'patients'), positive(bed, 'messages'))
    bed.emit({
      bench: 'inbox',
      setUp: {
        ...machine(bed.root),
        bundle: bundle.digest,
        database: { kind: database.kind, version: database.version },
      },
      processes: 'database, host and load generator are three processes on this machine; connections kept alive',
      goal: { unchangedP95Ms: GOAL_UNCHANGED_MS },
      options: bed.options,
    })
    const talk = `/api/physician/conversations/${encodeURIComponent(`${PROGRAMME}:patient0`)}`
    const whole = '/api/physician/conversations?filter=all&limit=50'
    const cursorOf = async (path: string): Promise<string> =>
      encodeURIComponent(String(expected(await stage.call('GET', path, { token }))['cursor']))
    for (const [what, path, unchanged] of [
      ['inbox, unchanged', `${whole}&since=${await cursorOf(whole)}`, true],
      ['inbox, 50 lines of all', whole, false],
      ['inbox, 50 lines that wait', '/api/physician/conversations?filter=waiting&limit=50', false],
      ['inbox, search by a name', `${whole}&q=${encodeURIComponent('患者七七')}`, false],
      ['conversation, unchanged', `${talk}?since=${await cursorOf(talk)}`, true],
      ['conversation, 100 messages', talk, false],
    ] as const)
      await measured(bed, stage, { what, path, token, unchanged, hostPid: host.pid })
  },
}

interface Asked {
  readonly what: string
  readonly path: string
  readonly token: string
  readonly unchanged: boolean
  readonly hostPid: number
}
async function measured(bed: Bed, stage: Stage, { what, path, token, unchanged, hostPid }: Asked): Promise<void> {
  const [seconds, concurrency] = [positive(bed, 'seconds'), positive(bed, 'concurrency')]
  bed.say(what)
  const send = async (): Promise<boolean> =>
    expected(await stage.call('GET', path, { token }))['unchanged'] === unchanged
  await closedLoop({ concurrency, seconds: Math.min(2, seconds), send })
  const cpuBefore = cpuMs(hostPid)
  const { samples, outcomes } = await closedLoop({ concurrency, seconds, send })
  const { count, ...ms } = distribution(samples)
  bed.emit({
    bench: 'inbox',
    what,
    requests: count,
    asExpected: outcomes.every(Boolean),
    ms,
    hostCpuMsPerRequest: hundredths((cpuMs(hostPid) - cpuBefore) / count),
    ...(unchanged ? { goalMet: ms.p95 <= GOAL_UNCHANGED_MS } : {}),
    loadAverage: loadAverage(),
  })
}

const DIGITS = '零一二三四五六七八九'
/** Conversations as the product writes them: a question and an answer in turn, every eighth waits for a person, every third is unread. */
async function fill({ connection }: BenchDatabase, patients: number, messages: number): Promise<void> {
  const rows = repositories(connection)
  const start = Date.parse('2026-11-20T00:00:00.000Z')
  const each = Math.ceil(messages / patients)
  await eachOf([...Array(patients).keys()], 8, async (at) => {
    const patientId = `patient${at}`
    const id = `${PROGRAMME}:${patientId}`
    const name = `患者${[...String(at)].map((digit) => DIGITS[Number(digit)]).join('')}`
    const instant = (turn: number): string => new Date(start + at * 60_000 + turn * 600_000).toISOString()
    await rows.identities.createPatient(
      { _id: patientId, name, gender: 'unknown', timeZone: 'Asia/Shanghai' },
      instant(0),
    )
    await rows.conversations.open({ _id: id, patientId, programmeId: PROGRAMME })
    await rows.conversations.addParticipants(id, [PHYSICIAN])
    await rows.conversations.setName(id, name)
    for (let turn = 0; turn < each; turn++) {
      const byPatient = turn % 2 === 0
      const text = byPatient ? known[turn % known.length]?.[0] : replies[turn % replies.length]
      await rows.messages.keep({
        _id: `${patientId}.${turn}`,
        conversationId: id,
        programmeId: PROGRAMME,
        patientId,
        at: instant(turn),
        author: byPatient ? { kind: 'patient', name } : { kind: 'assistant' },
        text: text ?? '',
        channel: 'kf',
        state: byPatient ? 'received' : 'sent',
      })
    }
    const last = each - 1
    await rows.conversations.said(id, {
      at: instant(last),
      messageId: `${patientId}.${last}`,
      author: { kind: 'assistant' },
      text: replies[0] ?? '',
    })
    if (at % 3 === 0) await rows.conversations.patientSaid(id, instant(last), 'kf', [PHYSICIAN])
    if (at % 8 === 0)
      await rows.conversations.wait(id, {
        handOverId: `ho_${at}`,
        at: instant(last),
        because: 'doubt',
        urgent: false,
        waitingFor: '新换的药饭前吃还是饭后吃',
        assignedTo: PHYSICIAN,
      })
  })
}

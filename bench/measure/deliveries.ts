import { setTimeout as pause } from 'node:timers/promises'
import type { Stage } from '../setup/stage'

interface Entry {
  readonly version: number
  /** Business time, which flows at real pace here. */
  readonly at: number
  readonly kind: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What phones get while it listens, as the sandbox sees it. */
export interface Deliveries {
  /** Milliseconds from each message of a patient to its answer: the first answers the first, and so on. */
  readonly latencies: readonly number[]
  /** Every message that came to a phone. */
  readonly delivered: number
  stop(): Promise<void>
}

const EVERY_MS = 200

/** The sandbox's feed remembers two thousand entries and answers five hundred at once, so it is read often and until it is empty. */
export async function deliveries(stage: Stage): Promise<Deliveries> {
  const latencies: number[] = []
  let delivered = 0
  const waiting = new Map<string, number[]>()
  let after = Number((await stage.view('events?after=999999999'))['version'] ?? 0)
  let listening = true
  const read = async (): Promise<number> => {
    const { entries = [] } = (await stage.view(`events?after=${after}`)) as { entries?: Entry[] }
    for (const { at, kind, detail } of entries) {
      const asked = waiting.get(String(detail['user'])) ?? []
      waiting.set(String(detail['user']), asked)
      if (kind === 'patient.said') asked.push(at)
      if (kind !== 'kf.delivered') continue
      delivered++
      const since = asked.shift()
      if (since !== undefined) latencies.push(at - since)
    }
    after = entries.at(-1)?.version ?? after
    return entries.length
  }
  const listen = async (): Promise<void> => {
    while (listening) {
      if ((await read()) < 500) await pause(EVERY_MS)
    }
    while ((await read()) > 0);
  }
  const done = listen()
  return {
    latencies,
    get delivered() {
      return delivered
    },
    async stop() {
      listening = false
      await done
    },
  }
}

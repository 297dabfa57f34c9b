import type { Logger } from './log'

/** A queue of durable work: does everything there is to do now and resolves. Never loses work by throwing: the rows stay. */
export type Drain = () => Promise<void>

/**
 * Runs drains on a nudge. Nudges while a drain runs are coalesced into one more run, so a burst of doorbells is one pull.
 * A nudge is only a hint: what it would have started is durable and found by the next one or by a timer.
 */
export function workshop(log: Logger) {
  const drains = new Map<string, Drain>()
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()

  async function run(name: string, drain: Drain): Promise<void> {
    do {
      again.delete(name)
      try {
        await drain()
      } catch (error) {
        log.error({ queue: name, err: error }, 'drain failed')
      }
    } while (again.has(name))
  }

  function nudge(name: string): void {
    const drain = drains.get(name)
    if (!drain) throw new RangeError(`no queue ${name}`)
    if (running.has(name)) {
      again.add(name)
      return
    }
    const done = run(name, drain).finally(() => running.delete(name))
    running.set(name, done)
  }

  return {
    register(name: string, drain: Drain): void {
      drains.set(name, drain)
    },
    nudge,
    nudgeAll(): void {
      for (const name of drains.keys()) nudge(name)
    },
    /** Resolves when nothing runs any more, including what the running work nudged. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values())
    },
    isIdle: (): boolean => running.size === 0,
  }
}
export type Workshop = ReturnType<typeof workshop>

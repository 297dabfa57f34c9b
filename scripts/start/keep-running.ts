import type { Child } from './child'

export interface KeptRunning {
  /** The ready line of the one that runs now. */
  readonly ready: () => Record<string, unknown>
  readonly pid: () => number
  /** Ends it for good; never waits for a start that goes on. */
  stop(): Promise<void>
}
export interface KeepRunningOptions {
  readonly name: string
  /** Starts it once. `onExit` is told when it ends by itself or is killed, `last` is the ready line of the one before. */
  readonly start: (onExit: (code: number | null) => void, last: Record<string, unknown> | null) => Promise<Child>
  readonly log: (line: string) => void
  /** Waits before a start that follows a failed one; made an argument so that tests need not wait. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

const SHORTEST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 5_000

/** Starts a child and starts it again however it ends, also when the start again fails, until it is told to stop. Rejects when the first start fails. */
export async function keepRunning({ name, start, log, pause = wait }: KeepRunningOptions): Promise<KeptRunning> {
  let isStopped = false
  let current: Child | null = null
  let last: Record<string, unknown> | null = null

  const run = async (): Promise<void> => {
    const child = await start(onExit, last)
    current = child
    last = child.ready
    if (isStopped) await child.stop()
  }
  const onExit = (code: number | null): void => {
    current = null
    if (isStopped) return
    log(`${name}: ended (${code ?? 'killed'}), starting again`)
    void again()
  }
  const again = async (): Promise<void> => {
    for (let delay = SHORTEST_PAUSE_MS; !isStopped; delay = Math.min(delay * 2, LONGEST_PAUSE_MS)) {
      try {
        await run()
        return log(`${name}: running again after it had ended`)
      } catch (error) {
        log(
          `${name}: ended before it was ready, trying again: ${error instanceof Error ? error.message : String(error)}`,
        )
        await pause(delay)
      }
    }
  }

  await run()
  return {
    ready: () => last ?? {},
    pid: () => current?.process.pid ?? 0,
    stop: async () => {
      isStopped = true
      await current?.stop()
    },
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })

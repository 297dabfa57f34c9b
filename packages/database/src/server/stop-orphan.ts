import { readFileSync } from 'node:fs'
import { commandLineOf, isAlive } from './process-identity'
import { until } from './until'

const ORDERLY_MILLISECONDS = 10_000
const FORCED_MILLISECONDS = 10_000

/**
 * Stops a server that a killed process left behind: asks it by `signal`, then by force. A stale pid file, or one whose id
 * now belongs to a process without `mark` in its command line, is left alone.
 * @param pidFile its first line is the process id
 * @throws {Error} when the process does not go away
 */
export async function stopOrphan(pidFile: string, mark: string, signal: NodeJS.Signals): Promise<void> {
  const pid = pidIn(pidFile)
  if (!pid || !isAlive(pid) || !commandLineOf(pid).includes(mark)) return
  const gone = (): true | undefined => (isAlive(pid) ? undefined : true)
  for (const [kind, milliseconds] of [
    [signal, ORDERLY_MILLISECONDS],
    ['SIGKILL', FORCED_MILLISECONDS],
  ] as const) {
    try {
      process.kill(pid, kind)
    } catch {
      return
    }
    if (await until(gone, milliseconds)) return
  }
  throw new Error(`process ${pid} of an earlier run does not stop`)
}

function pidIn(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
    return pid > 1 ? pid : undefined
  } catch {
    return undefined
  }
}

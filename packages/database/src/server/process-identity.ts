import { readFileSync } from 'node:fs'

/** Whether a process of that id runs, whoever owns it. One that ended and that nobody has reaped yet does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return statOf(pid)?.[0] !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * What tells one process from a later one of the same id: its start, in clock ticks since boot. Undefined where /proc
 * does not tell it.
 */
export function startOf(pid: number): string | undefined {
  return statOf(pid)?.[19]
}

/** The fields of /proc/PID/stat from the third, the state, on; the name before it may hold blanks. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** The command line of a process, its arguments joined by blanks; '' where it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cpus, getPriority, loadavg, totalmem } from 'node:os'
import type { Line } from './bench'

/** What a number depends on beside the code: reported in the first line of every bench. */
export function machine(root: string): Line {
  const processors = cpus()
  return {
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    cores: processors.length,
    cpu: processors[0]?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 1_048_576),
    loadAverage: loadAverage(),
    niceness: getPriority(),
    commit: commitOf(root),
  }
}

/** Load of one, five and fifteen minutes: above the number of cores, others were using the machine too. */
export const loadAverage = (): readonly number[] => loadavg().map((load) => Math.round(load * 100) / 100)

const TICK_MS = 10

/** Processor time a process has used so far, all its threads, in milliseconds; NaN where there is no /proc. Unlike wall time it hardly depends on who else uses the machine. */
export function cpuMs(pid: number): number {
  try {
    // Behind the name in brackets: state is field 3, user and system time are fields 14 and 15 (proc_pid_stat).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return Number.NaN
  }
}

/** Which bytes were measured: the first characters of a file's SHA-256. */
export const digestOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)

function commitOf(root: string): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return `${git('rev-parse', '--short=12', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') ? '+changes' : ''}`
  } catch {
    return 'unknown'
  }
}

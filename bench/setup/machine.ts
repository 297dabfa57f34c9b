import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
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
    commit: commitOf(root),
  }
}

/** Load of one, five and fifteen minutes: above the number of cores, others were using the machine too. */
export const loadAverage = (): readonly number[] => loadavg().map((load) => Math.round(load * 100) / 100)

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

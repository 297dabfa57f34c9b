import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { lint } from './lint'
import { lockFile } from './lock-file'
import { packageSize } from './package-size'
import { rights } from './rights'
import { shape } from './shape'
import type { Step, StepResult } from './step'
import { changedFiles } from './tracked-files'
import { triggers } from './triggers'
import { types } from './types'
import { words } from './words'

const steps: readonly Step[] = [lockFile, words, types, lint, triggers, rights, packageSize, shape]
const MARK = { passed: 'passed ', warned: 'warning', skipped: 'skipped', failed: 'FAILED ' } as const

/** Runs the steps in order, a line each with its time; details of what failed come after. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      brief: { type: 'boolean', default: false },
      changed: { type: 'boolean', default: false },
      report: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  })
  const unknown = positionals.find((name) => !steps.some((step) => step.name === name))
  if (unknown) throw new Error(`no check is called ${unknown}: ${steps.map(({ name }) => name).join(', ')}`)
  const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
  const scope = { root, changed: values.changed ? changedFiles(root) : null, write: values.write }
  const chosen = steps.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const outcomes: { name: string; result: StepResult }[] = []
  for (const step of chosen) {
    const started = performance.now()
    const result = await step.run(scope).catch((error: unknown): StepResult => broken(error))
    outcomes.push({ name: step.name, result })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    print(`  ${MARK[result.kind]}  ${step.name.padEnd(13)} ${seconds.padStart(6)} s  ${result.summary}`)
    if (result.detail && (result.kind === 'failed' || !values.brief)) print(indented(result.detail))
  }
  const count = (...kinds: StepResult['kind'][]): number =>
    outcomes.filter(({ result }) => kinds.includes(result.kind)).length
  const failed = count('failed')
  const passed = count('passed', 'warned')
  print(`checks: ${passed} passed, ${failed} failed`)
  if (values.report) {
    mkdirSync(dirname(values.report), { recursive: true })
    writeFileSync(values.report, JSON.stringify({ passed, failed }))
  }
  process.exitCode = failed > 0 ? 1 : 0
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const indented = (text: string): string => text.replace(/^/gm, '             ')
const broken = (error: unknown): StepResult => ({
  kind: 'failed',
  summary: 'the check itself broke',
  detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
})

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})

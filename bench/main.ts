import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { answer } from './answer'
import { callback } from './callback'
import { coldstart } from './coldstart'
import type { Bed, Bench } from './setup/bench'
import { doorbell } from './doorbell'
import { inbox } from './inbox'
import { replay } from './replay/replay'
import { start } from './start'

const benches: readonly Bench[] = [callback, doorbell, answer, inbox, coldstart, start, replay]
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

const usage = (): string =>
  [
    'usage: npm run bench -- NAME [options]',
    ...benches.flatMap(({ name, summary, options }) => [
      `  ${name.padEnd(10)} ${summary}`,
      `             ${Object.entries(options)
        .map(([option, given]) => `--${option} ${String(given.default)}`)
        .join('  ')}`,
    ]),
  ].join('\n')

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2)
  const bench = benches.find((each) => each.name === name)
  if (!bench) {
    complain(name ? `no bench ${name}\n${usage()}` : usage())
    process.exitCode = 2
    return
  }
  const { values } = parseArgs({ args, options: bench.options })
  const root = resolve(process.cwd())
  const { ensureBuilt } = (await import(join(root, 'scripts/build.mjs'))) as {
    ensureBuilt(names: readonly string[], options: { log(line: string): void }): Promise<unknown>
  }
  await ensureBuilt(bench.needs, { log: complain })

  const steps: (() => Promise<void> | void)[] = []
  const undoAll = async (): Promise<void> => {
    for (let step = steps.pop(); step; step = steps.pop())
      await Promise.resolve(step()).catch((error: unknown) => complain(String(error)))
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void undoAll().finally(() => process.exit(130)))
  const bed: Bed = {
    root,
    options: values as Record<string, string>,
    emit: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
    say: complain,
    undo: (step) => void steps.push(step),
  }
  try {
    await bench.run(bed)
  } finally {
    await undoAll()
  }
}

main().catch((error: unknown) => {
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
})

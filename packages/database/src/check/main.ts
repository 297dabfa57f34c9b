import { ALL_CHECKS } from './all-checks'
import { runChecks, type Outcome } from './run-checks'

const MARKS = { passed: 'ok  ', skipped: 'skip', failed: 'FAIL' } as const

/** Checks any MongoDB: `main URI`. One line a check, then a summary; the exit code is 1 when a check fails. */
async function main(uri = process.argv[2] ?? process.env['MONGODB_URI']): Promise<void> {
  if (!uri) {
    process.stderr.write('usage: npm run check:database -- URI\n')
    process.exitCode = 2
    return
  }
  const counts = { passed: 0, skipped: 0, failed: 0 }
  const server = await runChecks(uri, ALL_CHECKS, ({ name }, outcome) => {
    counts[outcome.kind]++
    process.stdout.write(`${MARKS[outcome.kind]} ${name}${reasonOf(outcome)}\n`)
  })
  process.stdout.write(
    `\n${server.version}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`,
  )
  if (counts.failed > 0) process.exitCode = 1
}

function reasonOf(outcome: Outcome): string {
  return outcome.kind === 'passed' ? '' : `: ${outcome.why}`
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

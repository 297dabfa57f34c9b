/**
 * Jest reporter: one line for each folder that passed, failures in full, and the numbers in the file SUIXING_TEST_REPORT names.
 */
import { writeFileSync } from 'node:fs'

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

export default class CalmReporter {
  folders = new Map()

  onTestResult({ context }, result) {
    const name = context.config.displayName?.name ?? context.config.rootDir
    const folder = this.folders.get(name) ?? { passed: 0, failed: 0, skipped: [], ms: 0 }
    this.folders.set(name, folder)
    folder.passed += result.numPassingTests
    folder.ms += result.perfStats.end - result.perfStats.start
    for (const { status, fullName } of result.testResults)
      if (status === 'pending' || status === 'todo') folder.skipped.push(fullName)
    // A file that cannot be run has no failing test of its own and counts as one.
    folder.failed += result.numFailingTests + (result.testExecError ? 1 : 0)
    if (result.failureMessage)
      print(`\nFAILED ${result.testFilePath.slice(process.cwd().length + 1)}\n${result.failureMessage}`)
  }

  onRunComplete(_contexts, { wasInterrupted }) {
    const sums = { passed: 0, failed: 0, skipped: 0, interrupted: Boolean(wasInterrupted) }
    for (const [name, { passed, failed, skipped, ms }] of [...this.folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
      sums.passed += passed
      sums.failed += failed
      sums.skipped += skipped.length
      const rest = [failed > 0 ? `${failed} FAILED` : '', skipped.length > 0 ? `${skipped.length} skipped` : ''].filter(
        Boolean,
      )
      print(
        `  ${failed > 0 ? 'FAILED ' : 'passed '}  ${name.padEnd(20)} ${seconds(ms).padStart(8)}  ${[`${passed} tests`, ...rest].join(', ')}`,
      )
      for (const test of skipped) print(`             skipped: ${test}`)
    }
    writeFileSync(process.env.SUIXING_TEST_REPORT, JSON.stringify(sums))
  }
}

const print = (line) => process.stdout.write(`${line}\n`)

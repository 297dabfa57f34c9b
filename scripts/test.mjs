/**
 * `npm test`                everything: checks, builds of what is stale, and all tests on a real database
 * `npm test -- --changed`   what changed against HEAD
 * `npm test -- NAME…`       tests whose path contains a NAME, without the checks
 *
 * Whatever happens, the last line is `tests: N passed, M failed`; a check or a build counts as one test.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureInstalled, root } from './bootstrap.mjs'
import { runChild, startChild } from './children.mjs'

const JEST_WORKERS = '2'
const sums = { passed: 0, failed: 0 }
const reports = join(root, '.suixing', 'reports')
const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('-'))
const onlyChanged = args.includes('--changed')
const jest = [join(root, 'node_modules/jest/bin/jest.js'), ...(onlyChanged ? ['--onlyChanged'] : []), ...names]

process.chdir(root)
process.on('exit', (code) => {
  if (code > 128) fail('interrupted')
  process.stdout.write(`tests: ${sums.passed} passed, ${sums.failed} failed\n`)
  if (code === 0 && (sums.failed > 0 || sums.passed === 0)) process.exitCode = 1
})
await ensureInstalled()
mkdirSync(reports, { recursive: true })
await main().catch((error) => fail(error.stack ?? error.message))
process.exit()

async function main() {
  if (names.length === 0) await part('checks', runChecks)
  const files = await part('tests', listTests)
  if (!files || files.length === 0) return
  const database = await part('database', openDatabase)
  if (!database) return
  try {
    if (await part('builds', () => buildFor(files))) await part('tests', () => runTests(files, database.uri))
  } finally {
    await database.stop()
  }
}

/** Runs one part; what it throws counts as one failure and gives undefined. */
async function part(title, work) {
  try {
    return await work()
  } catch (error) {
    fail(`${title}: ${error.message}`)
    return undefined
  }
}

async function runChecks() {
  say(onlyChanged ? 'checks of what changed' : 'checks')
  const report = join(reports, 'checks.json')
  await reporting(report, [
    join(root, 'scripts/check.mjs'),
    '--brief',
    '--report',
    report,
    ...(onlyChanged ? ['--changed'] : []),
  ])
}

async function listTests() {
  const { status, stdout, output } = await runChild(process.execPath, [...jest, '--listTests'], { cwd: root })
  if (status !== 0) throw new Error(output)
  const files = stdout
    .split('\n')
    .filter(Boolean)
    .map((file) => relative(root, file).replaceAll('\\', '/'))
  if (files.length === 0 && names.length > 0) throw new Error(`no test file has ${names.join(' or ')} in its path`)
  return files
}

/** The database of MONGODB_URI, or one of our own that ends with us. */
async function openDatabase() {
  const given = process.env.MONGODB_URI
  if (given) return { uri: given, stop: async () => {} }
  const { startDatabase } = await import('./database.mjs')
  const started = await startDatabase({
    state: join(root, '.suixing', 'test-database'),
    log: (line) => say(`  ${line}`),
  })
  say(`database: ${started.kind} (${started.why})`)
  return started
}

async function buildFor(files) {
  const { ensureBuilt } = await import('./build.mjs')
  const { neededBuilds } = await import('./test/needed-builds.mjs')
  for (const name of neededBuilds(files)) {
    await ensureBuilt([name], { log: (line) => say(`  ${line}`) }).then(
      () => (sums.passed += 1),
      (error) => fail(error.message),
    )
  }
  return true
}

async function runTests(files, uri) {
  say(`tests: ${files.length} files`)
  const { findBrowser } = await import('./browser.mjs')
  const browser = await part('browser', () => findBrowser({ log: (line) => say(`  ${line}`) }))
  const report = join(reports, 'tests.json')
  const reporter = `--reporters=${join(root, 'scripts/test/calm-reporter.mjs')}`
  // Jest takes no options of a reporter on its command line, so the report's place travels in the environment.
  const env = {
    ...process.env,
    MONGODB_URI: uri,
    SUIXING_TEST_REPORT: report,
    ...(browser ? { CHROME_PATH: browser, CHROMIUM: browser } : {}),
  }
  await reporting(report, [...jest, '--maxWorkers', JEST_WORKERS, '--passWithNoTests', reporter], env)
}

/** Runs a program that leaves its numbers in a file; without them it did not come to its end, which is one failure. */
async function reporting(report, command, env = process.env) {
  rmSync(report, { force: true })
  const child = startChild(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  const status = await new Promise((resolve) => child.on('close', resolve))
  const found = readReport(report)
  if (!found) return fail(`${relative(root, command[0])} ended with ${status} before its end`)
  sums.passed += found.passed
  sums.failed += found.failed
  if (status !== 0 && found.failed === 0) fail(`${relative(root, command[0])} ended with ${status}`)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function fail(message) {
  sums.failed += 1
  say(`FAILED ${message}`)
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

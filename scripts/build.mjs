/**
 * Builds what is served and shown, when what it is made of changed: `node scripts/build.mjs NAME…` (no name: everything).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './bootstrap.mjs'
import { runChild } from './children.mjs'
import { withLock } from './file-lock.mjs'

const shared = ['packages/contracts', 'packages/glucose', 'packages/charts']
const always = ['package-lock.json', 'tsconfig.json']
const cli = {
  taro: join(root, 'node_modules/@tarojs/cli/bin/taro'),
  vite: join(root, 'node_modules/vite/bin/vite.js'),
}

const miniProgram = (app, kind, seconds) => ({
  folder: `apps/${app}`,
  command: [cli.taro, 'build', '--type', kind],
  inputs: [`apps/${app}`, 'packages/ui', ...shared],
  output: `apps/${app}/dist/${kind}/${kind === 'h5' ? 'index.html' : 'app.json'}`,
  seconds,
})

/** Everything that can be built. `seconds` is what a machine with two cores takes, to tell people how long. */
const targets = {
  'sandbox-pages': {
    folder: 'packages/sandbox',
    command: [cli.vite, 'build', '--logLevel', 'warn'],
    inputs: [
      'packages/sandbox/pages',
      'packages/sandbox/src',
      'packages/sandbox/package.json',
      'packages/sandbox/vite.config.ts',
    ],
    output: 'packages/sandbox/dist/pages/index.html',
    seconds: 5,
  },
  console: {
    folder: 'apps/console',
    command: [cli.vite, 'build', '--logLevel', 'warn'],
    inputs: ['apps/console', ...shared],
    output: 'apps/console/dist/index.html',
    seconds: 10,
  },
  'functions-bundle': {
    folder: 'functions',
    command: ['bundle.mjs'],
    inputs: [
      'functions',
      'packages/followup',
      'packages/assistant',
      'packages/database',
      'packages/wecom',
      'packages/wechat',
      'packages/storage',
      'packages/programmes',
      ...shared,
    ],
    output: 'functions/bundle/index.js',
    seconds: 5,
  },
  'patient-h5': miniProgram('patient', 'h5', 60),
  'physician-h5': miniProgram('physician', 'h5', 60),
  'patient-weapp': miniProgram('patient', 'weapp', 45),
  'physician-weapp': miniProgram('physician', 'weapp', 45),
}
export const buildNames = Object.keys(targets)

/** A build that failed; `output` is what the tool said. */
export class BuildFailed extends Error {
  code = 'build-failed'
  constructor(name, output) {
    super(`${name} could not be built\n${output.slice(-6000)}`)
    this.target = name
    this.output = output
  }
}

/**
 * Builds those of `names` whose inputs changed since they were built, one after another on the whole machine: a Taro build
 * takes more than a gigabyte. Throws BuildFailed at the first that fails.
 * @param {readonly string[]} names of `buildNames`
 * @param {{ log?: (line: string) => void, hostUrl?: string }} options `hostUrl`: where the mini-programs of WeChat find the host
 * @returns {Promise<string[]>} the names that were built now
 */
export async function ensureBuilt(names, { log = say, hostUrl = 'http://127.0.0.1:8610' } = {}) {
  const unknown = names.find((name) => !targets[name])
  if (unknown) throw new TypeError(`nothing named ${unknown} is built here: ${buildNames.join(', ')}`)
  if (names.every((name) => isFresh(name, hostUrl))) return []
  const onWait = (pid) => log(`another process (${pid}) is building: waiting`)
  return withLock(join(root, '.suixing', 'build.lock'), { onWait }, async () => {
    const stale = names.filter((name) => !isFresh(name, hostUrl))
    for (const name of stale) await build(name, { log, hostUrl })
    return stale
  })
}

async function build(name, { log, hostUrl }) {
  const { folder, command, seconds } = targets[name]
  const hash = hashOf(name, hostUrl)
  log(`building ${name} (about ${seconds} s)`)
  const started = Date.now()
  rmSync(stampOf(name), { force: true })
  const { status, output } = await runChild(process.execPath, command, {
    cwd: join(root, folder),
    env: environment(hostUrl),
  })
  keep(join(root, '.suixing', 'logs', `build-${name}.log`), output)
  if (status !== 0 || !existsSync(join(root, targets[name].output))) throw new BuildFailed(name, output)
  keep(stampOf(name), hash)
  log(`built ${name} in ${Math.round((Date.now() - started) / 1000)} s`)
}

/** A test runner's NODE_ENV would give a development build. */
function environment(hostUrl) {
  const { JEST_WORKER_ID: _, ...rest } = process.env
  return {
    ...rest,
    NODE_ENV: 'production',
    API_BASE_URL: hostUrl,
    SUIXING_API_BASE: hostUrl,
    BROWSERSLIST_IGNORE_OLD_DATA: '1',
  }
}

const isFresh = (name, hostUrl) =>
  existsSync(join(root, targets[name].output)) &&
  existsSync(stampOf(name)) &&
  readFileSync(stampOf(name), 'utf8') === hashOf(name, hostUrl)

const stampOf = (name) => join(root, '.suixing', 'built', name)

function hashOf(name, hostUrl) {
  const hash = createHash('sha256').update(
    `${targets[name].command.slice(1).join(' ')}\n${name.endsWith('weapp') ? hostUrl : ''}\n`,
  )
  for (const path of [...targets[name].inputs, ...always]) {
    for (const file of filesUnder(join(root, path)))
      hash
        .update(`${relative(root, file)}\n`)
        .update(readFileSync(file))
        .update('\n')
  }
  return hash.digest('hex')
}

const LEFT_OUT = new Set(['node_modules', 'dist', 'bundle', 'testing', 'testdata', 'cli'])
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return (
    readdirSync(path, { withFileTypes: true })
      // Tools keep caches of their own in folders with a dot, which would make their first build stale.
      .filter(({ name }) => !name.startsWith('.') && !LEFT_OUT.has(name) && !/\.test\.tsx?$|\.md$/.test(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
  )
}

function keep(file, text) {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
}

const say = (line) => process.stderr.write(`${line}\n`)

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = process.argv.slice(2)
  ensureBuilt(names.length > 0 ? names : buildNames).catch((error) => {
    say(error.message)
    process.exitCode = 1
  })
}

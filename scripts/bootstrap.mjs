/**
 * Makes a fresh copy ready to run: the right Node, and packages as the lock file names them. Needs nothing installed.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './file-lock.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const LEAST_NODE = [20, 19]
const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.suixing-lock')

/** Installs what the lock file names unless it is there already. Ends the process with a message when Node is too old or npm fails. */
export async function ensureInstalled() {
  const complaint = nodeComplaint(process.versions.node)
  if (complaint) return giveUp(complaint)
  if (isInstalled()) return
  // Beside node_modules, which npm ci removes.
  const lock = join(root, '.suixing', 'install.lock')
  const onWait = (pid) => say(`another process (${pid}) is installing packages: waiting`)
  await withLock(lock, { onWait }, async () => {
    if (isInstalled()) return
    const status = await npmCi()
    if (status !== 0) giveUp('npm ci failed, see above. 安装依赖失败：请检查网络或 npm 镜像设置，然后重试。')
    writeFileSync(stampFile, lockHash())
  })
}

/** @param {string} version as in process.versions.node; undefined when it is new enough */
export function nodeComplaint(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor, leastMinor] = LEAST_NODE
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined
  const least = LEAST_NODE.join('.')
  return `Node ${version} is too old: Suixing needs Node ${least} or newer. 需要 Node ${least} 或更新版本，当前是 ${version}。`
}

function isInstalled() {
  if (!existsSync(join(root, 'node_modules'))) return false
  const hash = lockHash()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return true
  if (!agrees(readPackages(lockFile), readPackages(join(root, 'node_modules', '.package-lock.json')))) return false
  writeFileSync(stampFile, hash)
  return true
}

/**
 * Whether an install done by hand left what the lock file names. Optional packages may be missing: most are for other machines.
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>} wanted
 * @param {Record<string, { version?: string }>} present as in npm's node_modules/.package-lock.json
 */
export function agrees(wanted, present) {
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      !path.includes('node_modules/') ||
      (present[path] ? present[path].version === version : Boolean(optional || devOptional)),
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

/** Install scripts stay off: nothing here needs one, and they run whatever a package brings. */
function npmCi() {
  const total = Object.keys(readPackages(lockFile)).length
  say(`installing ${total} packages, once (one to three minutes) · 首次安装依赖，约一到三分钟`)
  const started = Date.now()
  const beat = setInterval(() => {
    say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s · 仍在安装`)
  }, 15_000)
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  return new Promise((resolve) => {
    const done = (status) => {
      clearInterval(beat)
      say(`installed in ${Math.round((Date.now() - started) / 1000)} s`)
      resolve(status)
    }
    npm.on('error', (error) => {
      say(`npm cannot be started: ${error.message}`)
      done(1)
    })
    npm.on('exit', (code) => done(code ?? 1))
  })
}

const say = (line) => process.stderr.write(`${line}\n`)

function giveUp(message) {
  say(message)
  process.exit(1)
}

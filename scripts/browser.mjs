/**
 * Finds the Chromium that screens are tested and shown in. Prints its path: `node scripts/browser.mjs`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const APPS = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
}
const MISSING =
  'No Chromium was found. Install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk), or name it in CHROME_PATH.\n' +
  '没有找到 Chromium：请安装 Chromium 或 Chrome（Debian：apt-get install chromium fonts-noto-cjk），或用环境变量 CHROME_PATH 指明路径。'

/** No browser that could be used; `hint` says what to do, in English and Chinese. */
export class BrowserMissing extends Error {
  code = 'browser-missing'
  constructor(hint = MISSING) {
    super(hint)
    this.hint = hint
  }
}

/**
 * Path of a Chromium: CHROME_PATH, PATH, the usual places, else installed when this is root on Debian. There it also sees
 * to a font with Chinese characters, without which every screen is boxes. Throws BrowserMissing.
 * @param {{ env?: NodeJS.ProcessEnv, log?: (line: string) => void }} options
 * @returns {Promise<string>}
 */
export async function findBrowser({ env = process.env, log = (line) => process.stderr.write(`${line}\n`) } = {}) {
  const named = env.CHROME_PATH || env.CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    throw new BrowserMissing(
      `CHROME_PATH names ${named}, which does not exist. 环境变量 CHROME_PATH 指向的文件不存在。`,
    )
  }
  const wanted = [...(installedBrowser(env) ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
  if (wanted.length > 0 && isRootOnDebian()) install(wanted, log)
  const found = installedBrowser(env)
  if (!found) throw new BrowserMissing()
  return found
}

/** @param {NodeJS.ProcessEnv} env */
export function installedBrowser(env, platform = process.platform) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
  const places = {
    linux: NAMES.flatMap((name) => [`/usr/bin/${name}`, `/snap/bin/${name}`]),
    darwin: APPS.darwin,
    win32: bases.flatMap((base) => APPS.win32.map((path) => join(base, path))),
  }
  return [...onPath, ...(places[platform] ?? [])].find((path) => existsSync(path))
}

/** Only Linux is asked: the other systems bring such a font. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== ''
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

function install(packages, log) {
  log(`installing ${packages.join(', ')} with apt-get · 正在安装浏览器与中文字体`)
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  if (!apt('update', '-q') || !apt('install', '-y', '-q', '--no-install-recommends', ...packages))
    log('apt-get did not succeed, see above')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  findBrowser().then(
    (path) => process.stdout.write(`${path}\n`),
    (error) => {
      process.stderr.write(`${error.message}\n`)
      process.exitCode = 1
    },
  )
}

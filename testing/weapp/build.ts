import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const sharedPackages = ['ui', 'charts', 'glucose', 'contracts']

const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name !== 'node_modules' && name !== 'dist')
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path]

const inputsOf = (app: string): string => {
  const paths = [
    ...['src', 'config', 'package.json', 'babel.config.js'].map((name) => join(root, 'apps', app, name)),
    ...sharedPackages.map((name) => join(root, 'packages', name, 'src')),
    join(root, 'packages/ui/taro-config.cjs'),
  ]
  const hash = createHash('sha256')
  for (const file of paths.filter(existsSync).flatMap(filesUnder)) {
    if (/\.test\.tsx?$/.test(file)) continue
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * Folder of the compiled weapp package of an app (`patient`, `physician`), built anew when a source it is made of changed
 * since. Builds take a minute and over a gigabyte, so one machine runs one at a time. Throws with the compiler's words.
 */
export const ensureWeapp = (app: string): string => {
  const folder = join(root, 'apps', app)
  const built = join(folder, 'dist/weapp')
  const stamp = join(folder, 'dist/weapp.inputs')
  const isFresh = (inputs: string) =>
    existsSync(join(built, 'app.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs
  const inputs = inputsOf(app)
  if (isFresh(inputs)) return built
  const taro = join(root, 'node_modules/@tarojs/cli/bin/taro')
  const build = [process.execPath, taro, 'build', '--type', 'weapp']
  const hasFlock = spawnSync('flock', ['--version']).status === 0
  const [command = '', ...args] = hasFlock ? ['flock', join(tmpdir(), 'taro-build.lock'), ...build] : build
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    // The test runner's NODE_ENV would compile a development build.
    env: { ...process.env, NODE_ENV: 'production', JEST_WORKER_ID: undefined },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0 || !existsSync(join(built, 'app.json')))
    throw new Error(`weapp build of ${app} failed\n${(stdout + stderr).slice(-4000)}`)
  writeFileSync(stamp, inputs)
  return built
}

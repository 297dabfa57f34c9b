import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startInstallation } from './installation'
import { claim } from '../../packages/database/src/server/claim'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8610' },
    fresh: { type: 'boolean', default: false },
    frozen: { type: 'boolean', default: false },
    state: { type: 'string' },
  },
})

const began = performance.now()
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`

async function main(): Promise<void> {
  const root = resolve(process.cwd())
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port}: 0 to 65535`)
  const stateFolder = resolve(values.state ?? join(root, '.suixing'))
  mkdirSync(stateFolder, { recursive: true })
  // Before anything is made fresh: another launcher may live on this folder.
  const claimed = claim(join(stateFolder, 'launcher.json'))
  if (claimed.kind === 'held')
    throw new Error(
      `随行已经在用这个文件夹运行（进程 ${claimed.pid}）：${stateFolder}\n先结束它，或换一个文件夹：npm start -- --state 文件夹 --port 8700`,
    )
  process.once('exit', () => claimed.release())
  const verbose = process.env['LOG_LEVEL'] === 'debug'
  const { ensureBuilt } = (await import(join(root, 'scripts/build.mjs'))) as {
    ensureBuilt(names: readonly string[], options?: { log?: (line: string) => void }): Promise<void>
  }
  const installation = await startInstallation({
    root,
    stateFolder,
    port,
    fresh: values.fresh,
    mode: values.frozen ? 'frozen' : 'running',
    build: async () => {
      await ensureBuilt(['functions-bundle', 'console', 'sandbox-pages', 'patient-h5', 'physician-h5'], { log: say })
      say(`screens and functions are ready (${seconds()})`)
    },
    log: (line) => {
      if (verbose || line.startsWith('database:') || /ended|error/i.test(line)) say(line)
    },
  })
  say(`\n随行已启动（${seconds()}）：\n\n  ${installation.url}\n`)
  say('Ctrl-C 结束；npm start -- --fresh 从头再来。')
  const stop = (): void => {
    say('\n正在结束……')
    void installation.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  const busy = (error as { code?: string }).code === 'EADDRINUSE'
  process.stderr.write(
    busy
      ? `端口 ${values.port} 已被占用：换一个（npm start -- --port 8700），或先结束占用它的程序。\n`
      : `${error instanceof Error ? error.message : String(error)}\n`,
  )
  process.exit(1)
})

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { answers } from './answers'
import { isAlive } from './process-identity'
import { until } from './until'

interface Ready {
  readonly ready: boolean
  readonly uri: string
  readonly kind: string
  readonly why: string
}

describe('the database as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'database-main-'))
  const bundle = join(folder, 'main.cjs')
  const stateFolder = join(folder, 'state')
  const children: ChildProcess[] = []
  beforeAll(async () => {
    const entryPoints = [join(__dirname, 'main.ts')]
    await build({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile: bundle, logLevel: 'error' })
  }, 60_000)
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  async function start(): Promise<{
    readonly child: ChildProcess
    readonly ready: Ready
    readonly exit: Promise<number | null>
  }> {
    const { MONGODB_URI: _, ...env } = process.env
    const child = spawn(process.execPath, [bundle, '--state', stateFolder], { env, stdio: ['pipe', 'pipe', 'ignore'] })
    children.push(child)
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve)
      void exit.then((code) => reject(new Error(`ended with ${code}`)))
    })
    return { child, ready: JSON.parse(line) as Ready, exit }
  }

  /** The process that holds the data. */
  function serverPid({ kind }: Ready): number {
    const file = kind === 'documentdb' ? join('postgres', 'postmaster.pid') : join('mongod', 'mongod.lock')
    return Number.parseInt(readFileSync(join(stateFolder, file), 'utf8'), 10)
  }

  it.each([
    ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
    ['SIGINT', (child: ChildProcess) => child.kill('SIGINT')],
    ['the end of standard input', (child: ChildProcess) => child.stdin?.end()],
  ])(
    'says in one line that it is ready, and stops in order at %s',
    async (_what, end) => {
      const { child, ready, exit } = await start()
      expect(ready).toEqual({
        ready: true,
        uri: expect.stringMatching(/^mongodb:/),
        kind: ready.kind,
        why: expect.any(String),
      })
      expect(await answers(ready.uri, 10_000)).toBe(true)
      const pid = serverPid(ready)
      end(child)
      await expect(exit).resolves.toBe(0)
      expect(isAlive(pid)).toBe(false)
    },
    600_000,
  )

  it('leaves no server behind when it is killed, and starts again on the same data', async () => {
    const { child, ready, exit } = await start()
    const pid = serverPid(ready)
    child.kill('SIGKILL')
    await exit
    // At once, while the one left behind may still be writing.
    const again = await start()
    expect(await until(() => !isAlive(pid) || undefined, 20_000)).toBe(true)
    expect(await answers(again.ready.uri, 10_000)).toBe(true)
    again.child.stdin?.end()
    await expect(again.exit).resolves.toBe(0)
  }, 120_000)

  it('is not left running by a killed process that is never started again', async () => {
    const { child, ready } = await start()
    const pid = serverPid(ready)
    child.kill('SIGKILL')
    expect(await until(() => !isAlive(pid) || undefined, 20_000)).toBe(true)
  }, 120_000)

  it('ends with its usage when it is called wrongly', async () => {
    const child = spawn(process.execPath, [bundle, '--port', '70000'], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text) => (said += String(text)))
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect(code).toBe(1)
    expect(said).toContain('usage')
  })
})

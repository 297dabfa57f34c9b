import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SupervisedProcess } from './supervised-process'
import { until } from './until'

describe('SupervisedProcess', () => {
  const folder = mkdtempSync(join(tmpdir(), 'supervised-'))
  const logFile = join(folder, 'log')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = (script: string): SupervisedProcess =>
    new SupervisedProcess({ command: '/bin/sh', args: ['-c', script, 'server', folder], stopSignal: 'TERM', logFile })

  it('stops the server by its signal and lets it finish in order', async () => {
    const script = `trap 'echo stopped > "$1/end"; exit 3' TERM; echo > "$1/begun"; while :; do sleep 0.05; done`
    const server = run(script)
    expect(await until(() => existsSync(join(folder, 'begun')) || undefined, 10_000)).toBe(true)
    await server.stop()
    await expect(server.ended).resolves.toBe(3)
    expect(readFileSync(join(folder, 'end'), 'utf8')).toBe('stopped\n')
  })

  it('tells when and how the server ends by itself, and keeps what it said', async () => {
    const server = run('echo words; exit 7')
    await expect(server.ended).resolves.toBe(7)
    expect(readFileSync(logFile, 'utf8')).toContain('words')
    await expect(server.stop()).resolves.toBeUndefined()
  })

  it('tells of a program that is not there', async () => {
    const server = new SupervisedProcess({ command: join(folder, 'none'), args: [], stopSignal: 'TERM', logFile })
    await expect(server.ended).resolves.toBe(127)
  })
})

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopOrphan } from './stop-orphan'

describe('stopOrphan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orphan-'))
  const file = join(folder, 'server.pid')
  const children: ChildProcess[] = []
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const running = (): { readonly child: ChildProcess; readonly exit: Promise<NodeJS.Signals | null> } => {
    const child = spawn('sleep', ['1000.5'])
    children.push(child)
    writeFileSync(file, `${child.pid}\n${folder}\n`)
    return { child, exit: new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal))) }
  }

  it('stops the process of the pid file by the signal', async () => {
    const { exit } = running()
    await stopOrphan(file, '1000.5', 'SIGTERM')
    await expect(exit).resolves.toBe('SIGTERM')
  })

  it('leaves a process alone that is not the server', async () => {
    const { child } = running()
    await stopOrphan(file, '/some/data/folder', 'SIGTERM')
    expect(child.signalCode).toBeNull()
    expect(child.kill(0)).toBe(true)
  })

  it.each(['', 'no number', '1', String(2 ** 22 + 1)])('does nothing for a pid file with %p', async (text) => {
    writeFileSync(file, text)
    await expect(stopOrphan(file, 'sleep', 'SIGTERM')).resolves.toBeUndefined()
  })

  it('does nothing without a pid file', async () => {
    await expect(stopOrphan(join(folder, 'none'), 'sleep', 'SIGTERM')).resolves.toBeUndefined()
  })
})

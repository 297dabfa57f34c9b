import { spawn } from 'node:child_process'
import { commandLineOf, isAlive, startOf } from './process-identity'

describe('a process', () => {
  it('is alive until it ends', async () => {
    const child = spawn('sleep', ['1000.25'])
    const pid = child.pid ?? 0
    expect(isAlive(pid)).toBe(true)
    expect(commandLineOf(pid)).toBe('sleep 1000.25')
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
    expect(isAlive(pid)).toBe(false)
  })

  it('is known by its start', () => {
    expect(startOf(process.pid)).toMatch(/^\d+$/)
    expect(startOf(process.pid)).toBe(startOf(process.pid))
    expect(startOf(2 ** 22 + 1)).toBeUndefined()
    expect(commandLineOf(2 ** 22 + 1)).toBe('')
  })

  it('that ended and was not reaped is not alive', async () => {
    // The shell becomes a program that never waits for the child it started.
    const parent = spawn('/bin/sh', ['-c', 'true & echo $!; exec sleep 1000.75'])
    const text = await new Promise<string>((resolve) => parent.stdout.once('data', (data) => resolve(String(data))))
    const pid = Number(text)
    while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve))
    expect(startOf(pid)).toMatch(/^\d+$/)
    parent.kill()
  })
})

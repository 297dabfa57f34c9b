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
})

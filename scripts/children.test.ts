import { once } from 'node:events'
import { runModule, startModule } from './testing/run-module'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
/** Ends when the process is gone; a test that waits in vain fails by its time. */
const gone = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('children', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'and their children end with a parent that gets %s',
    async (signal) => {
      const grandchild =
        "const { spawn } = require('node:child_process'); const own = spawn('sleep', ['600']); console.log(own.pid); setInterval(() => {}, 1000)"
      const parent = startModule(`
      const { startChild } = await import(scripts + 'children.mjs')
      const child = startChild(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: ['ignore', 'pipe', 'inherit'] })
      child.stdout.on('data', (line) => console.log(child.pid + ' ' + String(line).trim()))`)
      const [line] = (await once(parent.stdout, 'data')) as [Buffer]
      const pids = line.toString().trim().split(' ').map(Number)
      expect(pids.map(isAlive)).toEqual([true, true])
      parent.kill(signal)
      await Promise.all(pids.map(gone))
      expect(pids.map(isAlive)).toEqual([false, false])
    },
    30_000,
  )

  it('leave the signals to whoever has no child', async () => {
    const { stdout } = await runModule(`
      const { runChild } = await import(scripts + 'children.mjs')
      const before = process.listenerCount('SIGINT')
      const { status, output } = await runChild(process.execPath, ['-e', 'console.error("words"); process.exit(3)'])
      console.log(JSON.stringify([status, output.trim(), process.listenerCount('SIGINT') - before]))`)
    expect(JSON.parse(stdout)).toEqual([3, 'words', 0])
  })
})

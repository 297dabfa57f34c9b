import { EventEmitter } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import type { Child } from './child'
import { keepRunning } from './keep-running'

describe('keepRunning', () => {
  /** Starts that succeed or fail as told; each can be ended from outside. */
  function scene(fates: ('ready' | 'fails')[]) {
    const running: { pid: number; end: () => void }[] = []
    const lasts: unknown[] = []
    const stopped: number[] = []
    const said: string[] = []
    const news = new EventEmitter()
    const start = (onExit: (code: number | null) => void, last: unknown): Promise<Child> => {
      const fate = fates.shift() ?? 'ready'
      lasts.push(last)
      if (fate === 'fails') return Promise.reject(new Error('port is taken'))
      const pid = running.length + 1
      running.push({ pid, end: () => onExit(null) })
      news.emit('running')
      const process = { pid } as ChildProcess
      return Promise.resolve({
        ready: { port: 7000 + pid },
        process,
        stop: () => (stopped.push(pid), Promise.resolve()),
      })
    }
    const log = (line: string): void => void (said.push(line), news.emit('said'))
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await new Promise((resolve) => news.once('said', resolve))
    }
    return {
      options: { name: 'host', start, log, pause: () => Promise.resolve() },
      running,
      lasts,
      stopped,
      said,
      until,
    }
  }

  it('starts again what was killed, and tells the next start where the last one was', async () => {
    const { options, running, lasts, until, said } = scene(['ready', 'ready'])
    const kept = await keepRunning(options)
    running[0]?.end()
    await until(() => said.some((line) => line.includes('running again')))
    expect(kept.pid()).toBe(2)
    expect(kept.ready()).toEqual({ port: 7002 })
    expect(lasts).toEqual([null, { port: 7001 }])
  })

  it('goes on trying when the start again fails', async () => {
    const { options, running, until, said } = scene(['ready', 'fails', 'fails', 'ready'])
    const kept = await keepRunning(options)
    running[0]?.end()
    await until(() => said.some((line) => line.includes('running again')))
    expect(kept.pid()).toBe(2)
    expect(said.filter((line) => line.includes('port is taken'))).toHaveLength(2)
  })

  it('leaves alone what ends after it was told to stop', async () => {
    const { options, running, stopped } = scene(['ready'])
    const kept = await keepRunning(options)
    await kept.stop()
    running[0]?.end()
    await new Promise((resolve) => setImmediate(resolve))
    expect(stopped).toEqual([1])
    expect(running).toHaveLength(1)
  })

  it('rejects when the first start fails', async () => {
    await expect(keepRunning(scene(['fails']).options)).rejects.toThrow('port is taken')
  })
})

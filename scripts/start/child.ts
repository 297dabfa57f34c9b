import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Child {
  /** The JSON line that said the child was ready. */
  readonly ready: Record<string, unknown>
  readonly process: ChildProcess
  stop(): Promise<void>
}
export interface ChildOptions {
  readonly name: string
  /** Arguments of node. */
  readonly args: readonly string[]
  readonly env?: Record<string, string>
  readonly log: (line: string) => void
  readonly onExit?: (code: number | null) => void
}

const STOP_MS = 8_000

/** Starts a node child and resolves with its ready line; rejects with what it said when it ends before. */
export function startChild({ name, args, env = {}, log, onExit }: ChildOptions): Promise<Child> {
  const child = spawn(process.execPath, [...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    // A group of its own: a terminal's Ctrl-C reaches the launcher alone, which ends its children in order.
    detached: process.platform !== 'win32',
  })
  const said: string[] = []
  let stopping = false
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (said.length > 40) said.shift()
    log(line.startsWith(`${name}: `) ? line : `${name}: ${line}`)
  })
  return new Promise((resolve, reject) => {
    let isReady = false
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = line.startsWith('{"ready":true') ? (JSON.parse(line) as Record<string, unknown>) : null
      if (!ready || isReady) return log(`${name}: ${line}`)
      isReady = true
      resolve({
        ready,
        process: child,
        stop: () =>
          new Promise((done) => {
            stopping = true
            if (child.exitCode !== null || child.signalCode !== null) return done()
            const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
            child.once('exit', () => {
              clearTimeout(hard)
              done()
            })
            child.kill('SIGTERM')
          }),
      })
    })
    child.once('error', reject)
    child.once('exit', (code) => {
      if (!isReady) reject(new Error(`${name} ended before it was ready (${code ?? 'killed'})\n${said.join('\n')}`))
      else if (!stopping) onExit?.(code)
    })
  })
}

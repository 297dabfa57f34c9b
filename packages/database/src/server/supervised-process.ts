import { spawn, type ChildProcess } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import type { UserIds } from './unprivileged-user'

/** How long an orderly stop may take before it is cut short. */
const STOP_MILLISECONDS = 20_000

/**
 * Runs "$@" and stops it by $STOP_SIGNAL when standard input ends. The other end of that pipe is held by our process
 * alone, so the server also stops when we are killed in a way that leaves us no last word.
 */
const SUPERVISOR = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
( read -r _; kill -s "$STOP_SIGNAL" $server 2>/dev/null ) <&3 &
exec 3<&-
wait $server
`

export interface SupervisedOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly stopSignal: 'INT' | 'TERM'
  /** Takes the server's own output. */
  readonly logFile: string
  readonly runAs?: UserIds
  readonly env?: NodeJS.ProcessEnv
}

/** A server process that does not outlive this one. */
export class SupervisedProcess {
  /** The exit code of the server, once it has ended; 128 + n when signal n ended it. */
  readonly ended: Promise<number>
  private readonly child: ChildProcess

  constructor({ command, args, stopSignal, logFile, runAs, env }: SupervisedOptions) {
    const log = openSync(logFile, 'a')
    try {
      this.child = spawn('/bin/sh', ['-c', SUPERVISOR, 'supervisor', command, ...args], {
        cwd: '/',
        // A group of its own: a terminal's Ctrl-C reaches us alone, and we stop the server in order.
        detached: true,
        stdio: ['pipe', log, log],
        env: { PATH: process.env['PATH'], LC_ALL: 'C', ...env, STOP_SIGNAL: stopSignal },
        ...runAs,
      })
    } finally {
      closeSync(log)
    }
    this.child.stdin?.on('error', () => undefined)
    this.ended = new Promise((resolve) => {
      this.child.once('error', () => resolve(127))
      this.child.once('exit', (code) => resolve(code ?? 137))
    })
  }

  /** Stops the server in order; after 20 seconds by force. */
  async stop(): Promise<void> {
    const force = setTimeout(() => this.kill(), STOP_MILLISECONDS)
    this.child.stdin?.end()
    await this.ended
    clearTimeout(force)
  }

  private kill(): void {
    if (this.child.pid === undefined) return
    try {
      process.kill(-this.child.pid, 'SIGKILL')
    } catch {
      // It ended in between.
    }
  }
}

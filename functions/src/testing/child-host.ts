import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** Bundles the host as it is deployed; answers the file that runs alone. */
export async function bundleHost(folder: string): Promise<string> {
  await promisify(execFile)(process.execPath, [join(__dirname, '../../bundle.mjs'), folder])
  return join(folder, 'index.js')
}

export interface ChildHost {
  readonly port: number
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** A host in a process of its own. Rejects with what it said when it does not start. */
export async function startChild(file: string, environment: Readonly<Record<string, string>>): Promise<ChildHost> {
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr?.on('data', (part: Buffer) => said.push(part.toString()))
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> })
  const ready = await Promise.race([once(lines, 'line'), ended.then(() => null)])
  if (!ready) throw new Error(`the host did not start: ${said.join('')}`)
  return {
    port: (JSON.parse(ready[0] as string) as { port: number }).port,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

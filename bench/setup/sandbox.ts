import { join } from 'node:path'
import { startChild } from '../../scripts/start/child'
import type { Bed } from './bench'

export interface BenchSandbox {
  readonly url: string
  /** POST /control/ACTION. Throws with the sandbox's answer. */
  control(action: string, body: unknown): Promise<unknown>
}

/** WeCom for the host, in a process of its own; its state is in memory. `more`: further arguments of `npm run sandbox`. */
export async function benchSandbox(bed: Bed, more: readonly string[] = []): Promise<BenchSandbox> {
  const preload = join(bed.root, 'scripts/start/exit-with-parent.cjs')
  const args = [
    '-r',
    preload,
    join(bed.root, 'scripts/run.mjs'),
    join(bed.root, 'packages/sandbox/src/main.ts'),
    '--port',
    '0',
    ...more,
  ]
  const child = await startChild({ name: 'sandbox', args, log: bed.say })
  bed.undo(() => child.stop())
  const url = `http://127.0.0.1:${String(child.ready['port'])}`
  return {
    url,
    async control(action, body) {
      const response = await fetch(`${url}/control/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`sandbox ${action}: ${response.status} ${text}`)
      return JSON.parse(text) as unknown
    },
  }
}

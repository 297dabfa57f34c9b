import { join } from 'node:path'
import { startChild } from '../../scripts/start/child'
import type { Bed } from './bench'
import type { Bundle } from './bundle'
import type { BenchDatabase } from './database'
import { hostSettings } from './settings'

export interface BenchHost {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly settings: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** The bundle in a process of its own, which ends with the bench. `more`: settings that differ from an installation's. */
export async function benchHost(
  bed: Bed,
  bundle: Bundle,
  { uri, name }: Pick<BenchDatabase, 'uri' | 'name'>,
  sandboxUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<BenchHost> {
  const settings = {
    ...hostSettings({ root: bed.root, bundle, databaseUri: uri, databaseName: name, sandboxUrl }),
    ...more,
  }
  const child = await startChild({
    name: 'host',
    args: ['-r', join(bed.root, 'scripts/start/exit-with-parent.cjs'), bundle.entry],
    env: settings,
    log: bed.say,
  })
  const stop = (): Promise<void> => child.stop()
  bed.undo(stop)
  const port = Number(child.ready['port'])
  return { url: `http://127.0.0.1:${port}`, port, pid: child.process.pid ?? 0, settings, stop }
}

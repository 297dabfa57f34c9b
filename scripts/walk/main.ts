import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dropDatabase } from '../start/drop-database'
import { startInstallation } from '../start/installation'
import { openBrowser } from './browser-session'
import { playWalk, walks } from './play'
import type { WalkName } from './play'

const { values } = parseArgs({
  options: {
    name: { type: 'string', default: 'walk' },
    out: { type: 'string' },
    url: { type: 'string' },
  },
})
const isWalk = (name: string): name is WalkName => Object.hasOwn(walks, name)

/**
 * `npm run walk -- [--name NAME] [--out FOLDER] [--url RUNNING]`: plays a walk headless on an installation of its own, one picture a step
 * and timing.json, in docs/NAME when no folder is named.
 */
async function main(): Promise<void> {
  const root = process.cwd()
  const { name } = values
  if (!isWalk(name)) throw new Error(`--name ${name}: ${Object.keys(walks).join(', ')}`)
  const samples = join(root, 'packages/glucose/testdata/cgm')
  const { findBrowser } = (await import(join(root, 'scripts/browser.mjs'))) as { findBrowser(): Promise<string> }
  const { ensureBuilt } = (await import(join(root, 'scripts/build.mjs'))) as {
    ensureBuilt(names: readonly string[], options?: { log?: (line: string) => void }): Promise<void>
  }
  const browser = await findBrowser()
  const databaseName = `walk_${randomUUID().slice(0, 8)}`
  const stateFolder = mkdtempSync(join(tmpdir(), 'suixing-walk-'))
  const installation = values.url
    ? null
    : await startInstallation({
        root,
        stateFolder,
        port: 0,
        fresh: true,
        databaseName,
        mode: 'running',
        build: () =>
          ensureBuilt(['functions-bundle', 'console', 'sandbox-pages', 'patient-h5', 'physician-h5'], {
            log: console.log,
          }),
        log: (line) => process.env['LOG_LEVEL'] && console.log(line),
      })
  const session = await openBrowser(browser)
  try {
    const out = resolve(values.out ?? `docs/${name}`)
    const files = { libre: join(samples, 'libre-export-raw.csv'), cgm: join(samples, 'azt1d-subject-8.csv') }
    for (const step of await playWalk(name, {
      url: values.url ?? installation?.url ?? '',
      out,
      context: session.context,
      files,
    }))
      console.log(JSON.stringify(step))
    if (session.errors.length > 0) throw new Error(`page errors: ${session.errors.join('; ')}`)
  } finally {
    await session.browser.close()
    await installation?.close()
    const shared = process.env['MONGODB_URI']
    if (installation && shared) await dropDatabase(shared, databaseName)
    rmSync(stateFolder, { recursive: true, force: true })
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)

import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const sandbox = dirname(dirname(__dirname))

/** The h5 app that stands for a mini-program in tests. */
export const testApp = join(__dirname, 'app.html')

/** Builds the pages as they are now into a folder of their own; answers the folder. */
export function buildPages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-pages-'))
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js')
  const built = spawnSync(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'error'], {
    cwd: sandbox,
  })
  if (built.status !== 0) throw new Error(`${built.stderr.toString()}${built.stdout.toString()}`)
  return folder
}

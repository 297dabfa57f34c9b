/** `npm run walk -- [--name NAME] --out FOLDER`: plays a walk headless and leaves one picture a step. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './bootstrap.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
await ensureInstalled()
const child = spawn(
  process.execPath,
  [join(root, 'scripts/run.mjs'), join(root, 'scripts/walk/main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))

/** `npm start`: installs what is missing, builds what is stale, starts everything, ends with one address. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './bootstrap.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
await ensureInstalled()
const child = spawn(
  process.execPath,
  [join(root, 'scripts/run.mjs'), join(root, 'scripts/start/main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
// Ctrl-C reaches the whole group; the child ends its own children, so only its end is waited for.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

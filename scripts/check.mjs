/** `npm run check [NAME…]`: everything that can be wrong without running a test; names of steps run only those. */
import { join } from 'node:path'
import { ensureInstalled, root } from './bootstrap.mjs'

await ensureInstalled()
process.argv.splice(2, 0, join(root, 'scripts/check/main.ts'))
await import('./run.mjs')

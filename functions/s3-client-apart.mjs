/**
 * Keeps the SDK of the bucket out of the host's file, where node would read it at every start, bucket or not
 * (docs/decisions/0014). esbuild splits only ESM, and Midway's bundle is CommonJS, so the client is an entry of its own.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = join(dirname(fileURLToPath(import.meta.url)), '../packages')

/** To be among the entry points. */
export const s3ClientEntry = { 's3-client': join(packages, 'storage/src/s3-client.ts') }

/** The import() of the client becomes one of the file that lies beside. @type {import('esbuild').Plugin} */
export const s3ClientApart = {
  name: 's3-client-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/s3-client$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './s3-client.js', external: true } : undefined,
    )
  },
}

/**
 * Makes functions/bundle, or the folder that is named: index.js (the host: every trigger in one file), s3-client.js (what it
 * loads at the first use of a bucket), timer.js (the small event function of each timer), the programmes' data and scf_bootstrap. The folder runs alone: `node bundle/index.js` with the settings of
 * src/platform/config.ts.
 *
 * swc reads the triggers first: esbuild writes no decorator metadata, which Midway needs.
 */
import { chmod, cp, copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from '@swc/core'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { s3ClientApart, s3ClientEntry } from './s3-client-apart.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const out = resolve(process.argv[2] ?? join(here, 'bundle'))
const programmes = join(here, '../packages/programmes')

const decorators = {
  name: 'decorators',
  setup(bundle) {
    bundle.onLoad({ filter: /functions[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), {
        filename: path,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      })
      return { loader: 'js', contents: code }
    })
  },
}

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await build({
  entryPoints: { index: join(here, 'src/host.ts'), timer: join(here, 'src/timer-caller.ts'), ...s3ClientEntry },
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  // Midway finds classes and their parameters by name.
  keepNames: true,
  sourcemap: true,
  plugins: [decorators, s3ClientApart],
  logLevel: 'error',
})
for (const name of await readdir(programmes)) {
  if (existsSync(join(programmes, name, 'programme.yaml')) || existsSync(join(programmes, name, 'programme.yml')))
    await copyProgramme(join(programmes, name), join(out, 'programmes', name))
}

/** What people write in YAML goes along as JSON, so that a starting instance needs no YAML parser. */
async function copyProgramme(from, to) {
  await cp(from, to, { recursive: true })
  for (const file of (await readdir(to)).filter((each) => each.endsWith('.yaml'))) {
    const path = join(to, file)
    await writeFile(path.replace(/yaml$/, 'json'), JSON.stringify(parse(await readFile(path, 'utf8'))))
    await rm(path)
  }
}
await copyFile(join(here, 'scf_bootstrap'), join(out, 'scf_bootstrap'))
await chmod(join(out, 'scf_bootstrap'), 0o755)

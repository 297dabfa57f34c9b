/**
 * Runs a TypeScript entry: `node scripts/run.mjs FILE [args]`. The entry and the workspace packages it imports become
 * one CommonJS file under .suixing/run/, which then is this process's main module, so that signals, standard input and
 * exit codes are its own.
 */
import { createHash } from 'node:crypto'
import { Module } from 'node:module'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './bootstrap.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [file, ...args] = process.argv.slice(2)
if (!file) {
  process.stderr.write('usage: node scripts/run.mjs FILE [args]\n')
  process.exit(2)
}

await ensureInstalled()
const { build } = await import('esbuild')
const entry = resolve(file)
const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  jsx: 'automatic',
  write: false,
  logLevel: 'error',
  external: ['esbuild', 'playwright-core', 'vite'],
  define: { 'import.meta.url': '__importMetaUrl' },
  banner: { js: `const __importMetaUrl = require('node:url').pathToFileURL(${JSON.stringify(entry)}).href` },
})

const folder = join(root, '.suixing', 'run')
const name = `${basename(entry).replace(/\.\w+$/, '')}-${createHash('sha256').update(entry).digest('hex').slice(0, 8)}`
const bundle = join(folder, `${name}.cjs`)
mkdirSync(folder, { recursive: true })
// Written aside and renamed: another process may be loading the same bundle.
const aside = join(folder, `${name}.${process.pid}.tmp`)
writeFileSync(aside, outputFiles[0].contents)
renameSync(aside, bundle)

process.setSourceMapsEnabled(true)
process.argv = [process.execPath, bundle, ...args]
Module.runMain()

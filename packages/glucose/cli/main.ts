import { readFileSync } from 'node:fs'
import { run } from './run'

process.exitCode = run(process.argv.slice(2), {
  readFile: (path) => readFileSync(path),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
})

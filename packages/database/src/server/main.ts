import { fstatSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { DatabaseError } from './database-error'
import { resolveDatabase } from './resolve-database'

const USAGE = 'usage: main --state FOLDER [--port N]'

/**
 * Runs a database until SIGTERM, SIGINT or the end of standard input. Progress goes to standard error; standard output gets
 * one line of JSON once it is ready: `{"ready":true,"uri":…,"kind":…,"why":…}`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { state: { type: 'string' }, port: { type: 'string', default: '0' } } })
  const port = Number(values.port)
  if (!values.state || !Number.isInteger(port) || port < 0 || port > 65535)
    throw new DatabaseError('start_failed', USAGE, '')
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  // Libraries that report a download on the console must not mix with our one line.
  console.log = console.error
  const asked = stopRequested()
  const database = await resolveDatabase({ stateFolder: resolve(values.state), port, log })
  const { uri, kind, why } = database
  process.stdout.write(`${JSON.stringify({ ready: true, uri, kind, why })}\n`)
  await asked
  await database.stop()
}

/** Resolves when somebody wants the end. Standard input counts only as a pipe: a detached server has none to end. */
function stopRequested(): Promise<void> {
  return new Promise((resolveStop) => {
    process.on('SIGTERM', () => resolveStop())
    process.on('SIGINT', () => resolveStop())
    const input = fstatSync(0)
    if (input.isFIFO() || input.isSocket())
      process.stdin
        .on('end', () => resolveStop())
        .on('error', () => resolveStop())
        .resume()
  })
}

function report(error: unknown): void {
  const hint = error instanceof DatabaseError && error.hint ? `\n${error.hint}` : ''
  process.stderr.write(`database: ${error instanceof Error ? error.message : String(error)}${hint}\n`)
  process.exitCode = 1
}

main()
  .catch(report)
  // Nothing left to do; sockets of a client that is still connected must not keep the process.
  .finally(() => process.exit())

import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { glucoseUnits, type GlucoseUnit } from '../src'
import type { DateOrder, ReadOptions } from '../src/files'
import { metricsReport } from './metrics-report'
import { reportFile } from './report-file'

export const usage = `usage: npm run glucose -- metrics FILE… [--unit mg/dL|mmol/L] [--time-zone ZONE] [--date-order MDY|DMY] [--json]
       npm run glucose -- metrics --schema

Prints one JSON object for each file: what was read of it and its metrics.
  --unit        the unit where the file does not say; the file's own word wins unless its values contradict it
  --time-zone   IANA zone of the wall clock in the file (default UTC)
  --date-order  what comes first in dates such as 3/4/2024, where the column does not settle it
  --json        one line for each file instead of indented text
  --schema      the JSON schema of that object
Exit code 0: every file was read; 1: a file was refused or needs an answer; 2: wrong arguments.
`

/** What the command needs of its surroundings. */
export interface CommandPort {
  readonly readFile: (path: string) => Uint8Array
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

/** Runs the command and returns its exit code. */
export function run(args: readonly string[], port: CommandPort): 0 | 1 | 2 {
  const parsed = parse(args)
  if (typeof parsed === 'string') {
    port.error(`${parsed}\n${usage}`)
    return 2
  }
  if (parsed.schema) {
    port.out(`${JSON.stringify(z.toJSONSchema(metricsReport), null, 2)}\n`)
    return 0
  }
  let code: 0 | 1 = 0
  for (const path of parsed.files) {
    const report = reportOf(path, parsed.options, port)
    if (typeof report === 'string') port.error(`${report}\n`)
    else port.out(`${JSON.stringify(report, null, parsed.indent)}\n`)
    if (typeof report === 'string' || report.outcome !== 'read') code = 1
  }
  return code
}

function reportOf(path: string, options: Omit<ReadOptions, 'fileName'>, port: CommandPort) {
  let bytes: Uint8Array
  try {
    bytes = port.readFile(path)
  } catch {
    return `${path}: cannot be opened`
  }
  return reportFile(bytes, { ...options, fileName: basename(path) })
}

interface Arguments {
  readonly files: readonly string[]
  readonly schema: boolean
  readonly indent: number
  readonly options: Omit<ReadOptions, 'fileName'>
}

function parse(args: readonly string[]): Arguments | string {
  const options = {
    unit: { type: 'string' },
    'time-zone': { type: 'string', default: 'UTC' },
    'date-order': { type: 'string' },
    json: { type: 'boolean', default: false },
    schema: { type: 'boolean', default: false },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [command, ...files] = positionals
    const { unit, 'date-order': dateOrder } = values
    if (unit !== undefined && !isUnit(unit)) return `--unit is mg/dL or mmol/L, not ${unit}`
    if (dateOrder !== undefined && !isDateOrder(dateOrder)) return `--date-order is MDY or DMY, not ${dateOrder}`
    if (!values.schema && command !== 'metrics') return `unknown command ${command ?? ''}`
    if (!values.schema && files.length === 0) return 'no file given'
    const answers = { ...(unit && { unit }), ...(dateOrder && { dateOrder }) }
    const indent = values.json ? 0 : 2
    return { files, schema: values.schema, indent, options: { timeZone: values['time-zone'], ...answers } }
  } catch (error) {
    return error instanceof Error ? error.message : 'wrong arguments'
  }
}

const isUnit = (text: string): text is GlucoseUnit => glucoseUnits.some((unit) => unit === text)
const isDateOrder = (text: string): text is DateOrder => text === 'MDY' || text === 'DMY'

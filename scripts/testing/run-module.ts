import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'

const scripts = join(__dirname, '..')

/** Starts a Node process on module code that sees `scripts`, the folder of the tools as a URL. Jest itself loads no .mjs. */
export function startModule(code: string, env: NodeJS.ProcessEnv = process.env): ChildProcessWithoutNullStreams {
  const preamble = `import { pathToFileURL } from 'node:url'; const scripts = pathToFileURL(${JSON.stringify(`${scripts}/`)}).href;`
  return spawn(process.execPath, ['--input-type=module', '-e', `${preamble}\n${code}`], { env })
}

/** Runs module code to its end and gives what it printed. */
export function runModule(
  code: string,
  env?: NodeJS.ProcessEnv,
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = startModule(code, env)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout: stdout.trim(), stderr })))
}

import { spawn } from 'node:child_process'

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  readonly uid?: number
  readonly gid?: number
  /** Takes each line of output as it comes. */
  readonly onLine?: (line: string) => void
}

/** A program ended with another code than 0; `output` holds what it said. */
export class ProgramError extends Error {
  constructor(
    program: string,
    readonly exitCode: number | null,
    readonly output: string,
  ) {
    super(`${program} ended with ${exitCode ?? 'a signal'}: ${output.trim().split('\n').slice(-3).join(' · ')}`)
  }
}

/**
 * Runs a program to its end and returns what it wrote to standard output.
 * @throws {ProgramError} when it fails
 */
export function runProgram(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { onLine, ...spawning } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawning, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    let partial = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const lines = (partial + text).split('\n')
      partial = lines.pop() ?? ''
      if (onLine) lines.forEach(onLine)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new ProgramError(program, code, errors || output))
    })
  })
}

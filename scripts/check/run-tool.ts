import { spawn } from 'node:child_process'

export interface ToolResult {
  readonly status: number
  readonly stdout: string
  readonly output: string
}

/** Runs a Node program of the workspace to its end; `output` has both streams in the order they came. */
export function runTool(root: string, args: readonly string[]): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = (): void => void child.kill()
    process.once('exit', stop)
    const stdout: Buffer[] = []
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk)
      output.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => void output.push(chunk))
    child.on('error', (error) => void output.push(Buffer.from(error.message)))
    child.on('close', (status) => {
      process.off('exit', stop)
      resolve({
        status: status ?? 1,
        stdout: Buffer.concat(stdout).toString(),
        output: Buffer.concat(output).toString(),
      })
    })
  })
}

/**
 * Child processes that never outlive this one: each leads its own group, and the groups end with this process however it
 * ends (kill -9 aside; servers among them also end when their standard input does).
 */
import { spawn } from 'node:child_process'

const groups = new Set()
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }
const stopAll = () => {
  for (const child of groups) stopChild(child)
}
const leave = (signal) => process.exit(signals[signal])

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(command, args, options = {}) {
  if (groups.size === 0) watch('on')
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' })
  groups.add(child)
  const forget = () => {
    if (groups.delete(child) && groups.size === 0) watch('off')
  }
  child.on('exit', forget)
  child.on('error', forget)
  return child
}

/**
 * Runs a command to its end and keeps its words.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ status: number, output: string, stdout: string }>}
 */
export function runChild(command, args, options = {}) {
  const child = startChild(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  return new Promise((resolve) => {
    const all = []
    const out = []
    child.stdout?.on('data', (chunk) => {
      all.push(chunk)
      out.push(chunk)
    })
    child.stderr?.on('data', (chunk) => all.push(chunk))
    const done = (status) =>
      resolve({ status, output: Buffer.concat(all).toString(), stdout: Buffer.concat(out).toString() })
    child.on('error', (error) => {
      all.push(Buffer.from(`${command}: ${error.message}\n`))
      done(127)
    })
    child.on('close', (code) => done(code ?? 1))
  })
}

/** Ends a child and everything it started. */
export function stopChild(child, signal = 'SIGTERM') {
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // Already gone.
  }
}

/** Listens only while there are children: whoever starts none of them keeps the signals to itself. */
function watch(how) {
  process[how]('exit', stopAll)
  for (const signal of Object.keys(signals)) process[how](signal, leave)
}

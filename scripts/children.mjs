/**
 * Child processes that never outlive this one: each leads its own group, and the groups end with this process however it
 * ends (kill -9 aside; servers among them also end when their standard input does).
 */
import { spawn } from 'node:child_process'

const groups = new Set()
let prepared = false

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(command, args, options = {}) {
  prepare()
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' })
  groups.add(child)
  child.on('exit', () => groups.delete(child))
  child.on('error', () => groups.delete(child))
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
    const done = (status) => resolve({ status, output: Buffer.concat(all).toString(), stdout: Buffer.concat(out).toString() })
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

function prepare() {
  if (prepared) return
  prepared = true
  process.on('exit', () => {
    for (const child of groups) stopChild(child, 'SIGTERM')
  })
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])
    process.on(signal, () => process.exit(code))
}

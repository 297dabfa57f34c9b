/** Runs the database server of packages/database as a child that ends with this process. */
import { join } from 'node:path'
import { root } from './bootstrap.mjs'
import { startChild, stopChild } from './children.mjs'

/**
 * @param {{ state: string, port?: number, log?: (line: string) => void }} options `state`: where data is kept, absolute
 * @returns {Promise<{ uri: string, kind: string, why: string, stop: () => Promise<void> }>} rejects with the server's own words
 */
export function startDatabase({ state, port = 0, log = () => {} }) {
  const entry = join(root, 'packages/database/src/server/main.ts')
  const args = [join(root, 'scripts/run.mjs'), entry, '--state', state, '--port', String(port)]
  // Its standard input is our pipe: it ends with us even when we are killed.
  const child = startChild(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const words = []
  return new Promise((resolve, reject) => {
    let out = ''
    child.stderr.on('data', (chunk) => {
      for (const line of String(chunk).split('\n').filter(Boolean)) {
        words.push(line)
        log(line)
      }
    })
    child.stdout.on('data', (chunk) => {
      out += chunk
      const line = out.split('\n').find((each) => each.startsWith('{"ready"'))
      if (!line || !out.includes('\n')) return
      const { uri, kind, why } = JSON.parse(line)
      const stop = async () => {
        child.stdin.end()
        const force = setTimeout(() => stopChild(child, 'SIGKILL'), 15_000)
        await ended
        clearTimeout(force)
      }
      resolve({ uri, kind, why, stop })
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error(`the database did not start\n${words.slice(-20).join('\n')}`)))
  })
}

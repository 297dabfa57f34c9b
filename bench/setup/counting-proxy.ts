import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Passes a database's traffic on and counts the commands in it. */
export interface CountingProxy {
  /** The database's address through the proxy. */
  readonly uri: string
  /** Commands so far, the driver's own heartbeats included. */
  commands(): number
  close(): void
}

/** Messages of the wire protocol begin with their length: four bytes, the lowest first. */
export function messageCounter(): (chunk: Buffer) => number {
  let head = Buffer.alloc(0)
  let left = 0
  return (chunk) => {
    let begun = 0
    let rest = chunk
    while (rest.length > 0) {
      if (left > 0) {
        const taken = Math.min(left, rest.length)
        left -= taken
        rest = rest.subarray(taken)
        continue
      }
      const missing = 4 - head.length
      head = Buffer.concat([head, rest.subarray(0, missing)])
      rest = rest.subarray(missing)
      if (head.length < 4) break
      begun++
      left = head.readInt32LE(0) - 4
      head = Buffer.alloc(0)
    }
    return begun
  }
}

export async function countingProxy(uri: string): Promise<CountingProxy> {
  const target = new URL(uri)
  let commands = 0
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const count = messageCounter()
    client.on('data', (chunk: Buffer) => (commands += count(chunk)))
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
    }
    client.pipe(upstream).pipe(client)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(uri)
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as AddressInfo).port)
  return { uri: through.href, commands: () => commands, close: () => void server.close() }
}

import http from 'node:http'
import type { SealedEvent } from './sealed-event'

export interface Ack {
  /** HTTP status, or 0 when no answer came. */
  readonly status: number
  readonly digest: string
  /** Code of what went wrong when no answer came, e.g. ECONNRESET. */
  readonly failure?: string
}
export interface Poster {
  post(event: SealedEvent): Promise<Ack>
  close(): void
}

/** As long as WeCom waits for an acknowledgement. */
const GIVES_UP_AFTER_MS = 5_000

/** Posts events over kept-alive connections, as many as are needed at once. Resolves when the whole answer is there; never rejects. */
export function poster(port: number): Poster {
  const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity, scheduling: 'lifo' })
  return {
    post: ({ path, body, digest }) =>
      new Promise((resolve) => {
        const headers = { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(body) }
        const request = http.request(
          { host: '127.0.0.1', port, path, method: 'POST', agent, headers, timeout: GIVES_UP_AFTER_MS },
          (response) => {
            response.on('end', () => resolve({ status: response.statusCode ?? 0, digest })).resume()
          },
        )
        request.on('timeout', () => request.destroy(new Error('timeout')))
        request.on('error', (error: NodeJS.ErrnoException) =>
          resolve({ status: 0, digest, failure: error.code ?? error.message }),
        )
        request.end(body)
      }),
    close: () => agent.destroy(),
  }
}

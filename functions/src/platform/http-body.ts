import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorCode } from '@suixing/contracts'

const MEGABYTE = 1 << 20
/** Files are read whole, so they are bounded; everything else is small. */
const limitOf = (path: string): number =>
  path.endsWith('/glucose-imports') ? 32 * MEGABYTE : path.endsWith('/media') ? 20 * MEGABYTE : MEGABYTE

/** The whole body, or `too-large` as soon as it is. */
export async function readBody(request: IncomingMessage, path: string): Promise<Buffer | 'too-large'> {
  const limit = limitOf(path)
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume()
    return 'too-large'
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The error envelope, for what never reached a trigger. */
export function answerError(response: ServerResponse, status: number, code: ErrorCode, requestId: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ code, message: code, requestId }))
}

import http from 'node:http'
import { buffer } from 'node:stream/consumers'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { refusalOf } from './sigv4'

/** What the next request meets instead of an answer; `silence` takes it and says nothing. */
export type Trouble = 'busy' | 'silence' | 'hang-up' | 'half'

export interface S3StandIn {
  /** Options of s3Storage that reach it. */
  readonly options: {
    endpoint: string
    region: string
    bucket: string
    accessKeyId: string
    secretAccessKey: string
    forcePathStyle: true
  }
  /** Method and path of every request so far, whatever became of it. */
  readonly requests: readonly string[]
  /** Lets the next requests meet trouble, one each. */
  meet(...troubles: Trouble[]): void
  close(): Promise<void>
}

interface Kept {
  bytes: Buffer
  contentType: string | undefined
}

const owner = { accessKeyId: 'AKIDstandin', secretAccessKey: 'secret/of+the-stand-in', region: 'ap-guangzhou' }
const BUCKET = 'media'
const STATUS: Readonly<Record<string, number>> = { NoSuchKey: 404, NoSuchBucket: 404, ServiceUnavailable: 503 }

/** A bucket on loopback that speaks the part of S3's REST API the product uses, and checks each signature by itself. */
export async function s3StandIn(): Promise<S3StandIn> {
  const objects = new Map<string, Kept>()
  const requests: string[] = []
  const troubles: Trouble[] = []

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { method = '', url = '' } = request
    const body = await buffer(request)
    requests.push(`${method} ${url.split('?')[0]}`)
    const trouble = troubles.shift()
    if (trouble === 'silence') return
    if (trouble === 'hang-up') return void request.socket.destroy()
    if (trouble === 'busy') return refuse(response, method, 'ServiceUnavailable')
    const headers = request.headers as Record<string, string | undefined>
    const refusal = refusalOf({ method, url, headers, body }, owner)
    if (refusal) return refuse(response, method, refusal)
    const [, bucket, key = ''] = /^\/([^/?]+)\/([^?]+)/.exec(url) ?? []
    if (bucket !== BUCKET) return refuse(response, method, 'NoSuchBucket')
    serve({ method, key, body, contentType: headers['content-type'], half: trouble === 'half' }, response)
  }

  function serve(
    {
      method,
      key,
      body,
      contentType,
      half,
    }: { method: string; key: string; body: Buffer; contentType: string | undefined; half: boolean },
    response: http.ServerResponse,
  ): void {
    const found = objects.get(key)
    if (method === 'PUT') {
      objects.set(key, { bytes: body, contentType })
      return void response.writeHead(200, { etag: '"0"' }).end()
    }
    if (method === 'DELETE') {
      objects.delete(key)
      return void response.writeHead(204).end()
    }
    if (!found) return refuse(response, method, 'NoSuchKey')
    response.writeHead(200, {
      'content-length': found.bytes.length,
      ...(found.contentType === undefined ? {} : { 'content-type': found.contentType }),
    })
    if (half) return void response.write(found.bytes.subarray(0, found.bytes.length / 2), () => response.destroy())
    response.end(method === 'HEAD' ? undefined : found.bytes)
  }

  const server = http.createServer((request, response) => void answer(request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    options: { endpoint, bucket: BUCKET, ...owner, forcePathStyle: true },
    requests,
    meet: (...next) => void troubles.push(...next),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As S3 words it; an answer to HEAD has no body, so there only the status tells. */
function refuse(response: http.ServerResponse, method: string, code: string): void {
  response.writeHead(STATUS[code] ?? 403, { 'content-type': 'application/xml' })
  response.end(
    method === 'HEAD'
      ? undefined
      : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  )
}

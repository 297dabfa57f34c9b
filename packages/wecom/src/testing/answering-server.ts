import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Wecom, createWecom } from '../wecom'
import type { WecomClientOptions } from '../client'

export interface Asked {
  api: string
  query: Record<string, string>
  /** Parsed JSON, or the raw text of anything else. */
  body: unknown
  /** The Range header, where one was sent. */
  range?: string
}
type Answer = object | ((response: ServerResponse, request: IncomingMessage) => void)

export interface AnsweringServer {
  baseUrl: string
  /** Every call but gettoken, in order. */
  asked: Asked[]
  /** How often a token was asked for. */
  tokens: number
  /** Queues answers; when none is left `{errcode: 0}` is given. */
  answers(...queued: Answer[]): void
  wecom(options?: Partial<WecomClientOptions>): Wecom
  close(): Promise<void>
}

/** A real HTTP server on a free port that plays queued answers, token-1, token-2 … and remembers what it was asked. */
export async function answeringServer(): Promise<AnsweringServer> {
  const queue: Answer[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url!, 'http://x')
      const api = pathname.replace('/cgi-bin/', '')
      const text = Buffer.concat(chunks).toString()
      const give = (answer: object) =>
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
      if (api === 'gettoken') return give({ errcode: 0, access_token: `token-${++play.tokens}`, expires_in: 7200 })
      const isJson = request.headers['content-type']?.includes('json')
      const { range } = request.headers
      const body: unknown = isJson ? JSON.parse(text) : text
      play.asked.push({ api, query: Object.fromEntries(searchParams), body, ...(range && { range }) })
      const answer = queue.shift() ?? { errcode: 0, errmsg: 'ok' }
      if (typeof answer === 'function') answer(response, request)
      else give(answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const play: AnsweringServer = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cgi-bin`,
    asked: [],
    tokens: 0,
    answers: (...queued) => void queue.push(...queued),
    wecom: (options) =>
      createWecom({
        baseUrl: play.baseUrl,
        corpId: 'ww1',
        secret: 's3cret',
        fetch,
        clock: { now: () => new Date('2026-01-01T00:00:00Z') },
        delay: async () => {},
        ...options,
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return play
}

/** Everything an async iterator gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

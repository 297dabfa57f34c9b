import { createServer } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandbox } from '../create-sandbox'
import type { SandboxOptions, SandboxServer } from '../create-sandbox'
import { demo } from '../demo'

export interface Driven extends SandboxServer {
  /** Calls a WeCom API with a living token; a body makes it a POST. */
  wecom(path: string, body?: unknown): Promise<Answer>
  token(): Promise<string>
  /** Waits until everything due is delivered. */
  pushed(): Promise<void>
}

export type Answer = { errcode: number; errmsg: string } & Record<string, unknown>

/** A frozen sandbox in process. */
export function start(options: SandboxOptions = {}): Driven {
  const server = createSandbox({ mode: 'frozen', ...options })
  const get = async (url: string, init?: RequestInit): Promise<Answer> =>
    (await server.app.request(url, init)).json() as Promise<Answer>
  const token = async (): Promise<string> => {
    const answer = await get(`/wecom/cgi-bin/gettoken?corpid=${demo.corp.corpid}&corpsecret=${demo.corp.corpsecret}`)
    return String(answer['access_token'])
  }
  return {
    ...server,
    token,
    async wecom(path, body) {
      const url = `/wecom/cgi-bin/${path}${path.includes('?') ? '&' : '?'}access_token=${await token()}`
      return get(url, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })
    },
    async pushed() {
      await server.control('advance', { by: 0 })
    },
  }
}

export interface Receiver {
  url: string
  /** Raw bodies with their query, in the order of arrival. */
  received: { query: URLSearchParams; body: string }[]
  /** What the next requests are answered; 200 when the list is empty. `hang` never answers. */
  answers: (number | 'hang')[]
  close(): Promise<void>
}

/** A callback receiver on a real local port. */
export async function receiver(): Promise<Receiver> {
  const received: Receiver['received'] = []
  const answers: Receiver['answers'] = []
  const read = async (request: IncomingMessage): Promise<string> => {
    let text = ''
    for await (const part of request) text += String(part)
    return text
  }
  const server: Server = createServer((request, response) => {
    void read(request).then((body) => {
      received.push({ query: new URL(request.url ?? '', 'http://x').searchParams, body })
      const answer = answers.shift() ?? 200
      if (answer !== 'hang') response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/callback`,
    received,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The value of an element, CDATA or bare. */
export function element(xml: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>(?:<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|([^<]*))</${name}>`).exec(xml)
  return found?.[1] ?? found?.[2]
}

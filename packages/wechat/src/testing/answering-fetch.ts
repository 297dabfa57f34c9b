import type { WechatClientOptions } from '../client'
import { type Wechat, createWechat } from '../wechat'

export interface Asked {
  api: string
  query: Record<string, string>
  body: Record<string, unknown> | undefined
}

/** A fetch that plays queued answers (an object, a Response or an Error to throw) and remembers what it was asked. */
export function answeringFetch(...queue: (object | Error)[]) {
  const asked: Asked[] = []
  const tokenAsked: Asked[] = []
  /** What stable_token answers; when it runs out: token-1, token-2 … */
  const tokenAnswers: object[] = []
  const play = async (url: URL | string | Request, init?: RequestInit): Promise<Response> => {
    const { pathname, searchParams } = new URL(String(url))
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : undefined
    const one = { api: pathname.slice(1), query: Object.fromEntries(searchParams), body }
    if (one.api === 'cgi-bin/stable_token') {
      tokenAsked.push(one)
      return Response.json(tokenAnswers.shift() ?? { access_token: `token-${tokenAsked.length}`, expires_in: 7200 })
    }
    asked.push(one)
    const answer = queue.shift() ?? { errcode: 0, errmsg: 'ok' }
    if (answer instanceof Error) throw answer
    return answer instanceof Response ? answer : Response.json(answer)
  }
  let time = Date.parse('2026-01-01T00:00:00Z')
  const wechat = (options: Partial<WechatClientOptions> = {}): Wechat =>
    createWechat({
      baseUrl: 'https://api.example',
      appId: 'wx1',
      secret: 's3cret',
      fetch: play,
      clock: { now: () => new Date(time) },
      delay: async () => {},
      ...options,
    })
  return { asked, tokenAsked, tokenAnswers, wechat, pass: (seconds: number) => void (time += seconds * 1000) }
}

export const networkError = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

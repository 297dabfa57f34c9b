import * as z from 'zod'
import { WechatError, WechatUnexpectedAnswer, WechatUnreachable, wechatErrorMeaning } from './errors'
import { exchange } from './exchange'
import { type StableTokenStore, createStableTokens } from './stable-token'

export interface WechatClientOptions {
  /** Without path: `https://api.weixin.qq.com` in production. */
  baseUrl: string
  appId: string
  secret: string
  fetch: typeof fetch
  clock: { now(): Date }
  /** In memory unless given. */
  tokenStore?: StableTokenStore
  /** Milliseconds for one whole exchange; default 10,000. */
  timeout?: number
  /** Pauses for real milliseconds between retries. */
  delay?: (milliseconds: number) => Promise<void>
}

export interface WechatRequest<T extends z.ZodType> {
  /** Path without leading slash, such as `cgi-bin/message/subscribe/send`. */
  api: string
  query?: Record<string, string>
  /** Present: POST as JSON. Absent: GET. */
  body?: object
  answer: T
  /** `safe`: doing it twice is as good as once. `unsafe`: repeated only when WeChat certainly did nothing. */
  repeat: 'safe' | 'unsafe'
}

export interface WechatClient {
  readonly appId: string
  /** Calls with the access token. @throws WechatError, WechatUnreachable, WechatUnexpectedAnswer */
  call<T extends z.ZodType>(request: WechatRequest<T>): Promise<z.output<T>>
  /** Calls with appid and secret in the query instead. */
  callWithSecret<T extends z.ZodType>(request: WechatRequest<T>): Promise<z.output<T>>
}

const status = z.looseObject({ errcode: z.number().int().optional(), errmsg: z.string().optional() })
const tokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() })
/** Refused before anything was done, so even a message may be tried again. */
const notDone = new Set([43108, 44990])
const waits = [250, 1000, 3000]

function memoryStore(): StableTokenStore {
  const tokens = new Map<string, { token: string; useUntil: string }>()
  return { get: async (key) => tokens.get(key), set: async (key, value) => void tokens.set(key, value) }
}

/** Client of the mini-program server API: stable token, safe retries and typed errors in one place. */
export function createWechatClient(options: WechatClientOptions): WechatClient {
  const { appId, secret, timeout = 10_000 } = options
  const delay = options.delay ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)))

  async function once<T extends z.ZodType>(request: WechatRequest<T>, token?: string): Promise<z.output<T>> {
    const { api, query, body, answer } = request
    const url = new URL(`${options.baseUrl.replace(/\/$/, '')}/${api}`)
    for (const [name, value] of Object.entries({ ...(token && { access_token: token }), ...query }))
      url.searchParams.set(name, value)
    const headers = { 'content-type': 'application/json' }
    const init: RequestInit = body ? { method: 'POST', body: JSON.stringify(body), headers } : {}
    const answered = await exchange({ fetch: options.fetch, api, url, init, timeout })
    const outcome = status.safeParse(answered)
    if (!outcome.success) throw new WechatUnreachable(api, 'not-json', 'unknown')
    const { errcode = 0, errmsg = '', ...rest } = outcome.data
    if (errcode !== 0) throw new WechatError(api, errcode, errmsg)
    const parsed = answer.safeParse(rest)
    if (parsed.success) return parsed.data
    throw new WechatUnexpectedAnswer(api, [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'body'))])
  }

  async function patiently<T extends z.ZodType>(request: WechatRequest<T>, token?: string): Promise<z.output<T>> {
    for (const wait of waits) {
      try {
        return await once(request, token)
      } catch (error) {
        if (!(error instanceof WechatError) || wechatErrorMeaning(error.errcode).action !== 'retry') throw error
        if (request.repeat === 'unsafe' && !notDone.has(error.errcode)) throw error
      }
      await delay(wait)
    }
    return once(request, token)
  }

  const tokens = createStableTokens({
    key: `wechat:${appId}`,
    store: options.tokenStore ?? memoryStore(),
    clock: options.clock,
    fetchToken: (mode) =>
      patiently({
        api: 'cgi-bin/stable_token',
        body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: mode === 'force' },
        answer: tokenAnswer,
        // A forced refresh counts against 20 a day, so it is not repeated on a guess.
        repeat: mode === 'force' ? 'unsafe' : 'safe',
      }),
  })

  /** Without a token the call itself cannot have gone out. */
  async function tokenFor(find: Promise<string>): Promise<string> {
    try {
      return await find
    } catch (error) {
      throw error instanceof WechatUnreachable ? new WechatUnreachable(error.api, error.reason, 'no') : error
    }
  }

  return {
    appId,
    callWithSecret: (request) => patiently({ ...request, query: { appid: appId, secret, ...request.query } }),
    async call(request) {
      const token = await tokenFor(tokens.current())
      try {
        return await patiently(request, token)
      } catch (error) {
        if (!(error instanceof WechatError) || error.action !== 'refresh-token') throw error
      }
      return patiently(request, await tokenFor(tokens.renewed(token)))
    },
  }
}

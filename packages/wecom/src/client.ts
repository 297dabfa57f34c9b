import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import * as z from 'zod'
import { type AccessTokens, createAccessTokens } from './access-token'
import { type CallLimits, createCallBudget } from './call-budget'
import { type Clock, type Delay, backOff, realDelay } from './clock'
import { errorMeaning, wasNotDone } from './error-table'
import { WecomBudgetSpent, WecomError, WecomUnexpectedAnswer, WecomUnreachable } from './errors'
import { type ExchangeRequest, exchange } from './exchange'
import { type DownloadedPart, exchangeBytes } from './exchange-bytes'
import { type TokenStore, memoryTokenStore } from './token-store'

export interface WecomClientOptions {
  /** Includes `/cgi-bin`: `https://qyapi.weixin.qq.com/cgi-bin` in production. */
  baseUrl: string
  corpId: string
  /** Secret of the self-built app: one client per app, for tokens must not be shared across apps (document 91039). */
  secret: string
  fetch: typeof fetch
  clock: Clock
  /** Shared by several instances; in memory unless given. */
  tokenStore?: TokenStore
  /** Calls of one API at the same time; `mark_tag` never more than 5. Default 20. */
  concurrency?: number
  /** This instance's share of the corp's limits per API; default 9,900 a minute and 148,000 an hour. */
  limits?: CallLimits
  /** What a call does when that share is spent: wait until it fits, or throw `would-exceed`. Default `throw`. */
  whenSpent?: 'wait' | 'throw'
  /** Milliseconds for one whole exchange; default 10,000. */
  timeout?: number
  /** The same for one that carries a media file, or a part of it; default 60,000. */
  mediaTimeout?: number
  delay?: Delay
}

export interface WecomRequest<T extends z.ZodType> {
  /** Path below `/cgi-bin`, such as `externalcontact/mark_tag`. */
  api: string
  query?: Record<string, string | undefined>
  /** Present: POST, as JSON or multipart. Absent: GET. */
  body?: object | FormData
  answer: T
  /** `safe`: doing it twice is as good as once. `unsafe`: repeated only when WeCom certainly did nothing. */
  repeat: 'safe' | 'unsafe'
  /** Counts the call apart from its API, where WeCom keeps a limit of its own for this way of calling. */
  quota?: string | undefined
  signal?: AbortSignal | undefined
}

/** One file, or the part of it between two bytes (both included). */
export type WecomDownload = Pick<WecomRequest<z.ZodType>, 'api' | 'query' | 'signal'> & {
  range?: { first: number; last: number }
  /** Bytes that the caller takes at most. */
  most: number
}

export interface WecomClient {
  readonly corpId: string
  /**
   * Calls an API with the app's token.
   * @throws WecomError, WecomUnreachable, WecomUnexpectedAnswer, WecomBudgetSpent
   */
  call<T extends z.ZodType>(request: WecomRequest<T>): Promise<z.output<T>>
  /** Fetches bytes with the app's token. @throws what `call` does, and WecomMediaTooLarge */
  download(request: WecomDownload): Promise<DownloadedPart>
}

type Outgoing = Pick<WecomRequest<z.ZodType>, 'api' | 'query' | 'signal' | 'quota' | 'repeat'>

const status = z.looseObject({ errcode: z.number().int().optional(), errmsg: z.string().optional() })
const tokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.number().positive() })
const concurrencyCaps: Record<string, number> = { 'externalcontact/mark_tag': 5 }

/** Client of the WeCom server API: token, quotas, retries and typed errors in one place. */
export function createWecomClient(options: WecomClientOptions): WecomClient {
  const { corpId, secret, clock, delay = realDelay, whenSpent = 'throw' } = options
  const { timeout = 10_000, mediaTimeout = 60_000 } = options
  const budget = createCallBudget(clock, options.limits ?? { perMinute: 9_900, perHour: 148_000 })
  const lanes = new Map<string, ReturnType<typeof pLimit>>()

  function lane(api: string) {
    let limit = lanes.get(api)
    if (!limit) lanes.set(api, (limit = pLimit(Math.min(options.concurrency ?? 20, concurrencyCaps[api] ?? Infinity))))
    return limit
  }

  async function reserve(api: string, quota: string, signal?: AbortSignal): Promise<void> {
    for (let slot = budget.take(quota); !slot.taken; slot = budget.take(quota)) {
      if (whenSpent === 'throw') throw new WecomBudgetSpent(api, slot.until.toISOString())
      await pause(api, Math.max(slot.until.getTime() - clock.now().getTime(), 1), signal)
    }
  }

  async function pause(api: string, milliseconds: number, signal?: AbortSignal): Promise<void> {
    try {
      await delay(milliseconds, signal)
    } catch (error) {
      throw signal?.aborted ? new WecomUnreachable(api, 'aborted', 'no') : error
    }
  }

  /** Takes a slot and makes the request; `transmit` sends it. */
  async function send<R>(
    { api, query = {}, signal, quota = api }: Outgoing,
    init: RequestInit,
    token: string | undefined,
    transmit: (request: ExchangeRequest) => Promise<R>,
  ): Promise<R> {
    await reserve(api, quota, signal)
    const url = new URL(`${options.baseUrl.replace(/\/$/, '')}/${api}`)
    for (const [name, value] of Object.entries({ access_token: token, ...query }))
      if (value !== undefined) url.searchParams.set(name, value)
    return transmit({ fetch: options.fetch, api, url, init, timeout, signal })
  }

  /** An errcode other than 0 becomes a WecomError. @returns the answer without it */
  function accepted({ api, quota = api }: Outgoing, answered: unknown): Record<string, unknown> {
    const outcome = status.safeParse(answered)
    if (!outcome.success) throw new WecomUnreachable(api, 'not-json', 'unknown')
    const { errcode = 0, errmsg = '', ...rest } = outcome.data
    if (errcode === 45009) throw new WecomError(api, errcode, errmsg, budget.block(quota).toISOString())
    budget.unblock(quota)
    if (errcode !== 0) throw new WecomError(api, errcode, errmsg)
    return rest
  }

  async function once<T extends z.ZodType>(request: WecomRequest<T>, token?: string): Promise<z.output<T>> {
    const { api, body, answer } = request
    const init: RequestInit =
      body === undefined
        ? {}
        : body instanceof FormData
          ? { method: 'POST', body }
          : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answered = await send(request, init, token, (sent) =>
      exchange(body instanceof FormData ? { ...sent, timeout: mediaTimeout } : sent),
    )
    const parsed = answer.safeParse(accepted(request, answered))
    if (parsed.success) return parsed.data
    throw new WecomUnexpectedAnswer(api, [
      ...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'body')),
    ])
  }

  async function onceBytes(request: Outgoing & WecomDownload, token: string): Promise<DownloadedPart> {
    const { api, range, most } = request
    const init: RequestInit = range ? { headers: { range: `bytes=${range.first}-${range.last}` } } : {}
    const answered = await send(request, init, token, (sent) => exchangeBytes({ ...sent, timeout: mediaTimeout }, most))
    if ('json' in answered) {
      accepted(request, answered.json)
      throw new WecomUnexpectedAnswer(api, ['body'])
    }
    budget.unblock(api)
    return answered.part
  }

  /** Repeats what is busy, at most three times and only where repeating cannot do harm. */
  async function patiently<T>(request: Pick<Outgoing, 'api' | 'repeat' | 'signal'>, act: () => Promise<T>): Promise<T> {
    for (const wait of backOff) {
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof WecomError) || errorMeaning(error.errcode).action !== 'retry') throw error
        if (request.repeat === 'unsafe' && !wasNotDone(error.errcode)) throw error
      }
      await pause(request.api, wait, request.signal)
    }
    return act()
  }

  const tokens: AccessTokens = createAccessTokens({
    key: `wecom:${corpId}:${createHash('sha256').update(secret).digest('hex').slice(0, 16)}`,
    store: options.tokenStore ?? memoryTokenStore(),
    clock,
    fetchToken() {
      const query = { corpid: corpId, corpsecret: secret }
      const request = { api: 'gettoken', query, answer: tokenAnswer, repeat: 'safe' as const }
      return patiently(request, () => once(request))
    },
  })

  /** Without a token the call itself cannot have gone out, whatever became of gettoken. */
  async function tokenFor(find: Promise<string>): Promise<string> {
    try {
      return await find
    } catch (error) {
      throw error instanceof WecomUnreachable ? new WecomUnreachable(error.api, error.reason, 'no') : error
    }
  }

  /** In its API's lane, with a token that is renewed once when WeCom refuses it. */
  function perform<R>(request: Outgoing, act: (token: string) => Promise<R>): Promise<R> {
    return lane(request.api)(async () => {
      let token = await tokenFor(tokens.current())
      try {
        return await patiently(request, () => act(token))
      } catch (error) {
        if (!(error instanceof WecomError) || error.action !== 'refresh-token') throw error
      }
      token = await tokenFor(tokens.renewed(token))
      return patiently(request, () => act(token))
    })
  }

  return {
    corpId,
    call: (request) => perform(request, (token) => once(request, token)),
    download(request) {
      const fetching = { ...request, repeat: 'safe' as const }
      return perform(fetching, (token) => onceBytes(fetching, token))
    },
  }
}

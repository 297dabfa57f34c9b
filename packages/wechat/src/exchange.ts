import { WechatUnreachable } from './errors'

export interface ExchangeRequest {
  fetch: typeof fetch
  /** Path without query, for errors: the full address holds a token or a secret. */
  api: string
  url: URL
  init: RequestInit
  /** Milliseconds until the whole answer must be here. */
  timeout: number
}

/** Failures of which Node can tell that no byte of the request left. */
const unsent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/

function causeCode(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } }
  return String(cause?.code ?? '')
}

/** One HTTP exchange with a JSON answer; redirects are not followed. @throws WechatUnreachable */
export async function exchange({ fetch, api, url, init, timeout }: ExchangeRequest): Promise<unknown> {
  const control = new AbortController()
  const timer = setTimeout(() => control.abort(), timeout)
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: control.signal })
    const text = await response.text()
    if (response.status !== 200) throw new WechatUnreachable(api, 'http-status', 'unknown')
    try {
      return JSON.parse(text)
    } catch {
      throw new WechatUnreachable(api, 'not-json', 'unknown')
    }
  } catch (error) {
    if (error instanceof WechatUnreachable) throw error
    if (control.signal.aborted) throw new WechatUnreachable(api, 'timeout', 'unknown')
    throw unsent.test(causeCode(error))
      ? new WechatUnreachable(api, 'connect', 'no')
      : new WechatUnreachable(api, 'reset', 'unknown')
  } finally {
    clearTimeout(timer)
  }
}

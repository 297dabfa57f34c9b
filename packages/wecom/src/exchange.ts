import { type UnreachableReason, WecomMediaTooLarge, WecomUnreachable } from './errors'

export interface ExchangeRequest {
  fetch: typeof fetch
  /** Path below the base URL, for errors: the full address holds a token. */
  api: string
  url: URL
  init: RequestInit
  /** Milliseconds until the whole answer must be here. */
  timeout: number
  signal?: AbortSignal | undefined
}

const notSent: Record<string, UnreachableReason> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  UND_ERR_CONNECT_TIMEOUT: 'connect',
}

/** Node hides the reason in `cause`, and in its `errors` when several addresses were tried. */
function codesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const inner = [cause, ...(Array.isArray(errors) ? errors : [])].flatMap(codesOf)
  return typeof code === 'string' ? [code, ...inner] : inner
}

function unreachable(api: string, error: unknown): WecomUnreachable {
  const codes = codesOf(error)
  const reasons = codes.map((code) => notSent[code])
  if (reasons.length > 0 && reasons.every((reason) => reason !== undefined))
    return new WecomUnreachable(api, reasons[0]!, 'no')
  if (codes.some((code) => /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)))
    return new WecomUnreachable(api, 'tls', 'no')
  return new WecomUnreachable(api, 'reset', 'unknown')
}

/**
 * One HTTP exchange whose answer `read` takes in before the time is up. A redirect is not followed, for it would carry
 * the token to another host.
 * @throws WecomUnreachable, and what `read` throws of our own errors
 */
export async function transmit<T>(
  { fetch, api, url, init, timeout, signal }: ExchangeRequest,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw new WecomUnreachable(api, 'aborted', 'no')
  const control = new AbortController()
  const abort = () => control.abort()
  signal?.addEventListener('abort', abort, { once: true })
  const timer = setTimeout(abort, timeout)
  try {
    return await read(await fetch(url, { ...init, redirect: 'manual', signal: control.signal }))
  } catch (error) {
    if (error instanceof WecomUnreachable || error instanceof WecomMediaTooLarge) {
      // Nobody reads the rest, so let the connection go.
      control.abort()
      throw error
    }
    if (control.signal.aborted) throw new WecomUnreachable(api, signal?.aborted ? 'aborted' : 'timeout', 'unknown')
    throw unreachable(api, error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** A JSON answer. WeCom answers errors with HTTP 200, so any other status is a proxy speaking. */
export async function exchange(request: ExchangeRequest): Promise<unknown> {
  const { status, text } = await transmit(request, async (response) => ({
    status: response.status,
    text: await response.text(),
  }))
  if (status !== 200) throw new WecomUnreachable(request.api, 'http-status', 'unknown')
  return parsedJson(request.api, text)
}

/** @throws WecomUnreachable `not-json` */
export function parsedJson(api: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WecomUnreachable(api, 'not-json', 'unknown')
  }
}

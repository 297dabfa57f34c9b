import type { IncomingHttpHeaders } from 'node:http'

/** What a Midway HTTP trigger hands over, as far as we use it. The host puts `rawBody` and `requestId` there. */
export interface HttpContext {
  readonly headers: IncomingHttpHeaders
  readonly query: Readonly<Record<string, string>>
  readonly path: string
  readonly method: string
  readonly req: {
    readonly rawBody?: Buffer
    readonly requestId?: string
    readonly pathParameters?: Readonly<Record<string, string>>
  }
  status: number
  type: string
  body: unknown
  set(name: string, value: string | string[]): void
}

/** Value of one cookie of the request, if it was sent. */
export function cookieOf(ctx: HttpContext, name: string): string | undefined {
  for (const part of (ctx.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** A Set-Cookie value scripts cannot read; `Secure` wherever the address is https. */
export function sealedCookie(
  name: string,
  value: string,
  options: { readonly seconds: number; readonly path: string; readonly https: boolean },
): string {
  const secure = options.https ? '; Secure' : ''
  return `${name}=${value}; Path=${options.path}; Max-Age=${options.seconds}; HttpOnly; SameSite=Lax${secure}`
}

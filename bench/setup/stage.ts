import { demo } from '../../packages/sandbox/src/demo'

export interface CallOptions {
  readonly body?: unknown
  readonly token?: string
  readonly cookie?: string
}
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A sandbox and a host, reached as their users reach them: over HTTP. */
export interface Stage {
  readonly sandboxUrl: string
  readonly hostUrl: string
  /** POST /control/ACTION. Throws with the sandbox's answer. */
  control(action: string, body: unknown): Promise<Readonly<Record<string, unknown>>>
  /** The same, but what the sandbox refuses is answered as `{ refused: code }`. */
  tryControl(action: string, body: unknown): Promise<Readonly<Record<string, unknown>>>
  /** GET /view/PATH. */
  view(path: string): Promise<Readonly<Record<string, unknown>>>
  /** A route of the host. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
}

export function stageOf(sandboxUrl: string, hostUrl: string): Stage {
  const control = async (action: string, body: unknown): Promise<{ ok: boolean; answer: Record<string, unknown> }> => {
    const response = await fetch(`${sandboxUrl}/control/${action}`, { method: 'POST', body: JSON.stringify(body) })
    return { ok: response.ok, answer: (await response.json()) as Record<string, unknown> }
  }
  return {
    sandboxUrl,
    hostUrl,
    async control(action, body) {
      const { ok, answer } = await control(action, body)
      if (!ok) throw new Error(`sandbox ${action}: ${JSON.stringify(answer)}`)
      return answer
    },
    async tryControl(action, body) {
      const { ok, answer } = await control(action, body)
      return ok ? answer : { refused: answer['code'] }
    },
    view: async (path) => (await (await fetch(`${sandboxUrl}/view/${path}`)).json()) as Record<string, unknown>,
    async call(method, path, { body, token, cookie } = {}) {
      const response = await fetch(`${hostUrl}${path}`, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(cookie ? { cookie, 'x-suixing': 'console' } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} }
    },
  }
}

/** Throws with the answer unless it is 200. */
export function expected({ status, body }: Answer): Readonly<Record<string, unknown>> {
  if (status !== 200) throw new Error(`the host answered ${status}: ${JSON.stringify(body)}`)
  return body
}

/** Token of a physician in the mini-program inside WeCom. */
export async function physicianToken(stage: Stage, userid: string): Promise<string> {
  const { code } = await stage.control('member-login', { userid, appid: demo.miniPrograms.physician.appid })
  const { token } = expected(
    await stage.call('POST', '/api/physician/session', { body: { code, environment: 'wecom' } }),
  )
  return String(token)
}

/** Cookie of a member in the console, signed in through WeCom's page. */
export async function consoleCookie(stage: Stage, userid: string, publicHost: string): Promise<string> {
  await stage.control('trust', { host: publicHost })
  const begun = await fetch(`${stage.hostUrl}/api/console/sign-in/wecom`, { redirect: 'manual' })
  const login = new URL(begun.headers.get('location') ?? '')
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { url } = await stage.control('web-login', {
    userid,
    redirectUri: login.searchParams.get('redirect_uri'),
    state: login.searchParams.get('state'),
  })
  const { pathname, search } = new URL(String(url))
  const ended = await fetch(`${stage.hostUrl}${pathname}${search}`, { redirect: 'manual', headers: { cookie } })
  return (ended.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

import type { AnswerOf, BodyOf, ErrorEnvelope, QueryOf } from '@suixing/contracts'
import { ApiFailure } from './api-failure'
import { paths, type PhoneRoute } from './paths'

/** What goes over the wire: a path with its query, and a body that is JSON text or a file. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string | ArrayBuffer
}
/** The answer; `body` is parsed JSON, or undefined when it was not JSON. */
export interface HttpAnswer {
  readonly status: number
  readonly body: unknown
}
/** Sends one request; throws when nothing answered. */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>

/** Where the bearer token lives. `renew` signs in again and is asked at most once a call. */
export interface Session {
  current(): Promise<string | null>
  renew(): Promise<string | null>
}

/** Path parameters, query and body of a call; `file` instead of `body` where the body is a file. */
export interface CallInput<Name extends PhoneRoute> {
  readonly params?: Record<string, string>
  readonly query?: QueryOf<Name>
  readonly body?: BodyOf<Name>
  readonly file?: ArrayBuffer
}
/** Calls a route of the contract by its name. Throws ApiFailure. */
export type Call = <Name extends PhoneRoute>(name: Name, input?: CallInput<Name>) => Promise<AnswerOf<Name>>

/** `/a/:id` with its parameters, and the query without undefined values. */
export const addressOf = (path: string, params: Record<string, string> = {}, query: object = {}): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled
}

const failureOf = ({ status, body }: HttpAnswer): ApiFailure => {
  const envelope = body as Partial<ErrorEnvelope> | undefined
  if (!envelope || typeof envelope.code !== 'string')
    return new ApiFailure(status >= 500 ? 'internal' : 'not-understood')
  const { code, field, hint, requestId } = envelope
  return new ApiFailure(code, {
    ...(field === undefined ? {} : { field }),
    ...(hint === undefined ? {} : { hint }),
    ...(requestId === undefined ? {} : { requestId }),
  })
}

/**
 * A client over the contract. Routes for signing in are called without a token. A refused or expired session is renewed
 * once and the call repeated; every route is safe to repeat after a 401, since nothing happened.
 */
export const createApiClient = (transport: Transport, session: Session): { call: Call } => {
  const send = async (request: HttpRequest): Promise<HttpAnswer> => {
    try {
      return await transport(request)
    } catch {
      throw new ApiFailure('unreachable')
    }
  }
  const call: Call = async (name, input = {}) => {
    const { method, path } = paths[name]
    const contentType = input.file ? 'application/octet-stream' : 'application/json'
    const body = input.file ?? (input.body === undefined ? undefined : JSON.stringify(input.body))
    const attempt = (token: string | null) =>
      send({
        method,
        path: addressOf(path, input.params, input.query),
        headers: {
          ...(body === undefined ? {} : { 'content-type': contentType }),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body }),
      })
    const signsIn = name === 'patientSignIn' || name === 'familySignIn' || name === 'physicianSignIn'
    let answer = await attempt(signsIn ? null : await session.current())
    if (answer.status === 401 && !signsIn) answer = await attempt(await session.renew())
    if (answer.status < 200 || answer.status > 299) throw failureOf(answer)
    if (answer.body === undefined) throw new ApiFailure('not-understood')
    return answer.body as AnswerOf<typeof name>
  }
  return { call }
}

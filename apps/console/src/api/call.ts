import { errorEnvelope, routes, type AnswerOf, type BodyOf, type QueryOf, type RouteName } from '@suixing/contracts'
import { ApiFailure } from './api-failure'

/** Path parameters, query and body of one call; a file stands in place of a JSON body. */
export interface CallInput<Name extends RouteName> {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: QueryOf<Name>
  readonly body?: BodyOf<Name>
  readonly file?: Blob
}
/** Calls one route of the contract. Throws ApiFailure. */
export type Call = <Name extends RouteName>(name: Name, input?: CallInput<Name>) => Promise<AnswerOf<Name>>

const address = (path: string, params: Readonly<Record<string, string>>, query: object): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

const failureOf = async (answer: Response): Promise<ApiFailure> => {
  const envelope = errorEnvelope.safeParse(await answer.json().catch(() => null))
  if (!envelope.success) {
    const code =
      answer.status === 401 ? 'not-signed-in' : answer.status >= 500 ? 'outside-unavailable' : 'unexpected-answer'
    return new ApiFailure(code, `status ${answer.status} without an error envelope`)
  }
  const { code, message, field, hint, requestId } = envelope.data
  return new ApiFailure(code, message, { requestId, ...(field ? { field } : {}), ...(hint ? { hint } : {}) })
}

/**
 * The console's client over the contract. Every answer is parsed with the route's schema, so a screen never draws what
 * the contract does not promise. The header names the caller, which a form on another site cannot set.
 * @param onSignedOut called with the code when the session is missing or over, before the failure is thrown
 */
export function createCall(
  fetcher: typeof fetch,
  onSignedOut: (code: 'not-signed-in' | 'session-expired') => void,
): Call {
  return async (name, input = {}) => {
    const route = routes[name]
    const body = input.file ?? (input.body === undefined ? undefined : JSON.stringify(input.body))
    const type = input.file ? 'application/octet-stream' : 'application/json'
    const answer = await fetcher(address(route.path, input.params ?? {}, input.query ?? {}), {
      method: route.method,
      credentials: 'same-origin',
      headers: { 'x-suixing': 'console', ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    }).catch(() => {
      throw new ApiFailure('unreachable', 'no answer')
    })
    if (!answer.ok) {
      const failure = await failureOf(answer)
      if (failure.code === 'not-signed-in' || failure.code === 'session-expired') onSignedOut(failure.code)
      throw failure
    }
    const parsed = route.answer.safeParse(answer.status === 204 ? {} : await answer.json().catch(() => null))
    if (!parsed.success)
      throw new ApiFailure('unexpected-answer', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '))
    return parsed.data as AnswerOf<typeof name>
  }
}

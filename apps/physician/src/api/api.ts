import { routes, type AnswerOf, type BodyOf } from '@suixing/contracts'
import { PlatformError, type Platform } from '../platform'
import type { Session } from '../session/session'
import { ApiError, errorOf } from './api-error'
import { pathOf, type PathValues } from './path-of'

/** The routes a physician calls after signing in. */
export type PhysicianRoute = 'physicianPatients' | 'physicianPatient' | 'reply'

export interface CallOptions<Name extends PhysicianRoute> {
  readonly params?: PathValues
  readonly query?: PathValues
  readonly body?: BodyOf<Name>
}

export interface Api {
  /** @throws ApiError */
  call<Name extends PhysicianRoute>(name: Name, options?: CallOptions<Name>): Promise<AnswerOf<Name>>
}

/**
 * Calls a route with the signed-in person's token. A token the host no longer takes is replaced once and the call
 * repeated; every physician route may be repeated, a reply because its client id makes it the same reply.
 * Answers are typed by the contract, not parsed again: the host already holds them to it.
 */
export const createApi = (platform: Platform, session: Session): Api => ({
  call: async <Name extends PhysicianRoute>(name: Name, options: CallOptions<Name> = {}): Promise<AnswerOf<Name>> => {
    const route = routes[name]
    const path = pathOf(route.path, options.params, options.query)
    const ask = async (token: string) => {
      try {
        return await platform.request({
          method: route.method,
          path,
          headers: { authorization: `Bearer ${token}` },
          ...(options.body === undefined ? {} : { body: options.body }),
        })
      } catch (error) {
        throw error instanceof PlatformError ? new ApiError(error.code) : error
      }
    }
    const token = await session.token()
    let answer = await ask(token)
    if (answer.status === 401) answer = await ask(await session.tokenInsteadOf(token))
    if (answer.status >= 200 && answer.status < 300) return answer.body as AnswerOf<Name>
    throw errorOf(answer)
  },
})

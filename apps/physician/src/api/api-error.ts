import { errorEnvelope, type ErrorCode } from '@suixing/contracts'
import type { HttpAnswer } from '../platform'

/** `unreachable`: nothing answered; `outside` and `login-refused`: the phone would not sign us in. */
export type ApiErrorCode = ErrorCode | 'unreachable' | 'outside' | 'login-refused'

/** Why a call failed, as a screen can act on it. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    readonly hint?: string,
    readonly requestId?: string,
  ) {
    super(code)
    this.name = 'ApiError'
  }
}

/** The error an answer that is not 2xx stands for. An answer without the envelope came from something in between. */
export const errorOf = (answer: HttpAnswer): ApiError => {
  const envelope = errorEnvelope.safeParse(answer.body)
  if (envelope.success) return new ApiError(envelope.data.code, envelope.data.hint, envelope.data.requestId)
  return new ApiError(answer.status >= 500 ? 'outside-unavailable' : 'internal')
}

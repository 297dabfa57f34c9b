import type { ErrorCode } from '@suixing/contracts'

/** Codes of the contract, and two the phone finds itself: nothing answered, or the answer was not ours. */
export type FailureCode = ErrorCode | 'unreachable' | 'not-understood'

/** A call that did not do what was asked. `code` chooses the sentence; `field` names the part of the request at fault. */
export class ApiFailure extends Error {
  readonly code: FailureCode
  readonly field: string | undefined
  readonly hint: string | undefined
  readonly requestId: string | undefined

  constructor(code: FailureCode, rest: { field?: string; hint?: string; requestId?: string } = {}) {
    super(code)
    this.name = 'ApiFailure'
    this.code = code
    this.field = rest.field
    this.hint = rest.hint
    this.requestId = rest.requestId
  }
}

/** Anything caught, as an ApiFailure. */
export const asFailure = (caught: unknown): ApiFailure =>
  caught instanceof ApiFailure ? caught : new ApiFailure('unreachable')

import type { ErrorCode } from '@suixing/contracts'

/** What an API answered instead of what was asked. `unreachable` is ours: no answer came at all; `unexpected-answer`: an answer that is not in the contract. */
export type FailureCode = ErrorCode | 'unreachable' | 'unexpected-answer'

/** A call that did not succeed. `field` is a dotted path into the request, `hint` says what to do, `requestId` finds the log line. */
export class ApiFailure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly detail: { field?: string; hint?: string; requestId?: string } = {},
  ) {
    super(message)
    this.name = 'ApiFailure'
  }
}

/** The code behind anything thrown by a call; what is not an ApiFailure is a defect of ours. */
export const failureCode = (error: unknown): FailureCode => (error instanceof ApiFailure ? error.code : 'internal')

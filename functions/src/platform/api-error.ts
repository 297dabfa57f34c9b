import type { ErrorCode } from '@suixing/contracts'

/** An answer other than 2xx, by its code in the contract. `field` and `hint` say what to do. */
export class ApiError extends Error {
  readonly field?: string
  readonly hint?: string
  constructor(
    readonly code: ErrorCode,
    message: string,
    detail: { readonly field?: string; readonly hint?: string } = {},
  ) {
    super(message)
    if (detail.field !== undefined) this.field = detail.field
    if (detail.hint !== undefined) this.hint = detail.hint
  }
}

/** The same answer for what does not exist and what is somebody else's: no hint which. */
export const forbidden = (): ApiError => new ApiError('forbidden', 'not allowed')

import * as z from 'zod'

/**
 * Every code an API answers with. The sentence a person reads is chosen at the screen by code; `message` is for engineers and logs.
 * HTTP status: see `statusOf`.
 */
export const errorCodes = [
  'bad-request',
  'not-signed-in',
  'session-expired',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'consent-outdated',
  'not-enrolled',
  'window-closed',
  'window-spent',
  'identity-not-linked',
  'file-not-readable',
  'file-kind-refused',
  'taken-by-other',
  'in-client',
  'unit-unsure',
  'date-order-unsure',
  'sign-in-failed',
  'outside-unavailable',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** The one error envelope of every HTTP answer that is not 2xx. `field` is a dotted path into the request; `hint` says what to do. */
export const errorEnvelope = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  field: z.string().optional(),
  hint: z.string().optional(),
  requestId: z.string(),
})
export type ErrorEnvelope = z.infer<typeof errorEnvelope>

const statuses: Record<ErrorCode, number> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'session-expired': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'consent-outdated': 409,
  'not-enrolled': 409,
  'window-closed': 409,
  'window-spent': 409,
  'identity-not-linked': 409,
  'file-not-readable': 422,
  'file-kind-refused': 415,
  'taken-by-other': 409,
  'in-client': 409,
  'unit-unsure': 422,
  'date-order-unsure': 422,
  'sign-in-failed': 401,
  'outside-unavailable': 502,
  internal: 500,
}

/** HTTP status that goes with a code. */
export const statusOf = (code: ErrorCode): number => statuses[code]

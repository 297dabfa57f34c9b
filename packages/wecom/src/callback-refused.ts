/** Why a callback request was refused; `wecomCode` is the code of WeCom's own crypto library for it (document 90307). */
const refusals = {
  signature: -40001,
  malformed: -40002,
  'receive-id': -40005,
  frame: -40008,
  base64: -40010,
  'too-large': -40002,
} as const

export type CallbackRefusal = keyof typeof refusals

/**
 * A callback that must not be processed. Carries no byte of the request, so it may be logged.
 * `frame`: it decrypts, but length, padding or UTF-8 are not what WeCom's encoder writes.
 */
export class CallbackRefused extends Error {
  readonly code: CallbackRefusal
  readonly wecomCode: number
  readonly field: string | undefined

  constructor(code: CallbackRefusal, message: string, field?: string) {
    super(message)
    this.name = 'CallbackRefused'
    this.code = code
    this.wecomCode = refusals[code]
    this.field = field
  }
}

/** The callback was set up with a Token, EncodingAESKey or receive id that WeCom cannot have issued. */
export class CallbackConfigInvalid extends Error {
  readonly code = 'config'
  readonly wecomCode = -40004
  readonly field: 'token' | 'encodingAesKey' | 'receiveId' | 'maxBytes'
  readonly hint: string

  constructor(field: CallbackConfigInvalid['field'], hint: string) {
    super(`${field}: ${hint}`)
    this.name = 'CallbackConfigInvalid'
    this.field = field
    this.hint = hint
  }
}

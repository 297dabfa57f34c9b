/**
 * A pushed message that must not be processed. Carries no byte of it, so it may be logged.
 * - `signature`: not signed with our token
 * - `malformed`: no readable envelope or message; `field` names what is missing
 * - `undecryptable`: sealed with another key, or not as WeChat's encoder writes
 * - `foreign-app`: meant for another mini-program
 */
export class MessagePushRefused extends Error {
  readonly code: 'signature' | 'malformed' | 'undecryptable' | 'foreign-app' | 'too-large'
  readonly field: string | undefined

  constructor(code: MessagePushRefused['code'], field?: string) {
    super(field ? `pushed message refused: ${code} (${field})` : `pushed message refused: ${code}`)
    this.name = 'MessagePushRefused'
    this.code = code
    this.field = field
  }
}

/** The push was set up with a value that the mini-program console cannot have given. */
export class MessagePushConfigInvalid extends Error {
  readonly code = 'config'
  readonly field: 'appId' | 'token' | 'encodingAesKey'
  readonly hint: string

  constructor(field: MessagePushConfigInvalid['field'], hint: string) {
    super(`${field}: ${hint}`)
    this.name = 'MessagePushConfigInvalid'
    this.field = field
    this.hint = hint
  }
}

/**
 * What a caller does about an error code: as in the WeCom client, with `blocked` for a person whom WeChat holds back.
 * `not-subscribed`: the accept is used up; only the patient can give another.
 */
export type WechatAction =
  | 'retry'
  | 'refresh-token'
  | 'stop-until'
  | 'config'
  | 'login-again'
  | 'blocked'
  | 'not-subscribed'
  | 'no-retry'
  | 'bug'

const table: Record<number, readonly [WechatAction, string]> = {
  [-1]: ['retry', 'WeChat is busy'],
  43108: ['retry', 'concurrent sends to one user'],
  44990: ['retry', 'more than 100 links a second'],
  40001: ['refresh-token', 'invalid access token or secret'],
  40014: ['refresh-token', 'invalid access token'],
  42001: ['refresh-token', 'expired access token'],
  40003: ['no-retry', 'openid unknown'],
  40013: ['config', 'wrong appid'],
  40125: ['config', 'wrong secret'],
  40164: ['config', 'caller IP not trusted'],
  48001: ['config', 'no permission for this API'],
  89503: ['config', 'caller IP waits for an administrator'],
  89506: ['config', 'caller IP refused by an administrator'],
  89507: ['config', 'caller IP refused for one hour'],
  85079: ['config', 'mini-program not released'],
  40029: ['login-again', 'invalid code'],
  40163: ['login-again', 'used code'],
  40226: ['blocked', 'high-risk user'],
  43101: ['not-subscribed', 'not subscribed or used up'],
  43107: ['blocked', 'subscribe messages banned'],
  45009: ['stop-until', 'call quota spent'],
  45011: ['stop-until', 'called too often'],
  44993: ['stop-until', 'link quota of the day spent'],
  40037: ['config', 'unknown template'],
  41030: ['config', 'unknown page'],
  40165: ['config', 'page not in the released version'],
  47003: ['bug', 'template value refused'],
  45168: ['no-retry', 'sensitive word'],
  85401: ['bug', 'expiry out of range'],
}

/** Meaning of a code; one we do not know is never retried. */
export function wechatErrorMeaning(code: number): { code: number; action: WechatAction; meaning: string } {
  const [action, meaning] = table[code] ?? (['no-retry', 'undocumented error'] as const)
  return { code, action, meaning }
}

/** WeChat answered with `errcode` other than 0. The message holds neither the caller's IP nor what was sent. */
export class WechatError extends Error {
  readonly code = 'wechat-error'
  readonly errcode: number
  readonly action: WechatAction
  readonly api: string
  /** WeChat's request id, for its support. */
  readonly hint: string | undefined
  /** WeChat's words without IP and request id: may name a value, so do not log it. */
  readonly detail: string

  constructor(api: string, errcode: number, errmsg: string) {
    const { action, meaning } = wechatErrorMeaning(errcode)
    // The token call itself has no token to be wrong: there 40001 is the secret.
    const isSecret = errcode === 40001 && api.endsWith('stable_token')
    const hint = /(?:rid: ?|hint: ?\[)([\w-]+)/.exec(errmsg)?.[1]
    super(`${api} ${errcode}: ${meaning}${hint ? ` [${hint}]` : ''}`)
    this.name = 'WechatError'
    this.errcode = errcode
    this.action = isSecret ? 'config' : action
    this.api = api
    this.hint = hint
    this.detail = errmsg
      .replace(/,? ?rid: ?[\w-]+|,? ?hint: ?\[[^\]]*\]/g, '')
      .replace(/,? ?from ip: ?[^,\s]+/i, '')
      .replace(/(?:::ffff:)?\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '')
      .trim()
  }
}

/** No usable answer came. `sent` tells whether the request may have had its effect; with `no` it may be repeated. */
export class WechatUnreachable extends Error {
  readonly code = 'unreachable'
  readonly api: string
  readonly reason: 'connect' | 'timeout' | 'reset' | 'http-status' | 'not-json'
  readonly sent: 'no' | 'unknown'

  constructor(api: string, reason: WechatUnreachable['reason'], sent: 'no' | 'unknown') {
    super(`${api} got no answer: ${reason}`)
    this.name = 'WechatUnreachable'
    this.api = api
    this.reason = reason
    this.sent = sent
  }
}

/** The call succeeded, but its answer lacks what the document promises: do not repeat it blindly. */
export class WechatUnexpectedAnswer extends Error {
  readonly code = 'unexpected-answer'
  readonly api: string
  readonly fields: readonly string[]

  constructor(api: string, fields: readonly string[]) {
    super(`${api} answered without a usable ${fields.join(', ')}`)
    this.name = 'WechatUnexpectedAnswer'
    this.api = api
    this.fields = fields
  }
}

/** An argument breaks a documented limit; nothing was sent. */
export class WechatInputRefused extends Error {
  readonly code = 'limit'
  readonly api: string
  readonly field: string
  readonly hint: string

  constructor(api: string, field: string, hint: string) {
    super(`${api}: ${field}: ${hint}`)
    this.name = 'WechatInputRefused'
    this.api = api
    this.field = field
    this.hint = hint
  }
}

import { type ErrorAction, errorMeaning } from './error-table'

/** Parts of an errmsg worth keeping: its hint (for WeCom's support) and its words without the caller's address. */
function readErrmsg(errmsg: string): { hint: string | undefined; detail: string } {
  const hint = /hint: ?\[([^\]]*)\]/.exec(errmsg)?.[1]
  const detail = errmsg
    .replace(/,? ?hint: ?\[[^\]]*\]/, '')
    .replace(/,? ?from ip: ?[^,\s]+/i, '')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '')
    .replace(/,? ?more info at \S+/, '')
    .trim()
  return { hint, detail }
}

/** WeCom answered with `errcode` other than 0. The message holds neither the caller's IP nor what was sent. */
export class WecomError extends Error {
  readonly code = 'wecom-error'
  readonly errcode: number
  readonly action: ErrorAction
  readonly api: string
  readonly hint: string | undefined
  /** WeCom's words without IP and hint: may name a field or a member, so show it to staff but do not log it. */
  readonly detail: string
  /** With `stop-until`: when calls may go out again, ISO 8601 UTC. */
  readonly until: string | undefined

  constructor(api: string, errcode: number, errmsg: string, until?: string) {
    const { meaning, action } = errorMeaning(errcode)
    const { hint, detail } = readErrmsg(errmsg)
    super(`${api} ${errcode}: ${meaning}${hint ? ` [${hint}]` : ''}`)
    this.name = 'WecomError'
    this.errcode = errcode
    this.action = action
    this.api = api
    this.hint = hint
    this.detail = detail
    this.until = until
  }
}

export type UnreachableReason =
  'dns' | 'refused' | 'connect' | 'tls' | 'timeout' | 'aborted' | 'reset' | 'http-status' | 'not-json'

/** No usable answer came. `sent` tells whether the request may have had its effect; with `no` it may be repeated. */
export class WecomUnreachable extends Error {
  readonly code = 'unreachable'
  readonly api: string
  readonly reason: UnreachableReason
  readonly sent: 'no' | 'unknown'

  constructor(api: string, reason: UnreachableReason, sent: 'no' | 'unknown') {
    super(`${api} got no answer: ${reason}`)
    this.name = 'WecomUnreachable'
    this.api = api
    this.reason = reason
    this.sent = sent
  }
}

/** The call succeeded, but its answer lacks what the document promises. It was done: do not repeat it blindly. */
export class WecomUnexpectedAnswer extends Error {
  readonly code = 'unexpected-answer'
  readonly api: string
  readonly fields: readonly string[]

  constructor(api: string, fields: readonly string[]) {
    super(`${api} answered without a usable ${fields.join(', ')}`)
    this.name = 'WecomUnexpectedAnswer'
    this.api = api
    this.fields = fields
  }
}

/** Our own per-API budget is spent (or WeCom said 45009): nothing was sent. */
export class WecomBudgetSpent extends Error {
  readonly code = 'would-exceed'
  readonly api: string
  /** First instant at which the call fits again, ISO 8601 UTC. */
  readonly until: string

  constructor(api: string, until: string) {
    super(`${api} would exceed its call quota until ${until}`)
    this.name = 'WecomBudgetSpent'
    this.api = api
    this.until = until
  }
}

/** An argument breaks a documented limit; nothing was sent. */
export class WecomInputRefused extends Error {
  readonly code = 'limit'
  readonly api: string
  /** Path of the argument, such as `attachments.2.link.title`. */
  readonly field: string
  readonly hint: string

  constructor(api: string, field: string, hint: string) {
    super(`${api}: ${field}: ${hint}`)
    this.name = 'WecomInputRefused'
    this.api = api
    this.field = field
    this.hint = hint
  }
}

/** A media file is larger than the caller takes: nothing of it was kept. */
export class WecomMediaTooLarge extends Error {
  readonly code = 'media-too-large'
  readonly api = 'media/get'
  /** Bytes of the whole file, where WeCom told. */
  readonly size: number | undefined
  /** Bytes the caller takes. */
  readonly most: number

  constructor(most: number, size?: number) {
    super(`media/get: more than ${most} bytes`)
    this.name = 'WecomMediaTooLarge'
    this.most = most
    this.size = size
  }
}

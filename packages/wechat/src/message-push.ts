import { createHash, timingSafeEqual } from 'node:crypto'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { type PushFields, pushFields } from './push-fields'
import { MessagePushConfigInvalid, MessagePushRefused } from './push-refused'

export interface MessagePushOptions {
  appId: string
  /** Token of the push settings: 3 to 32 letters and digits. */
  token: string
  /**
   * `encrypted` (安全模式, also for 兼容模式): the message itself is signed and sealed. `plain` (明文模式): WeChat signs the
   * time only, so whoever sees one request can forge any message; for development.
   */
  security: { mode: 'encrypted'; encodingAesKey: string } | { mode: 'plain' }
}

/** Query of a push as the HTTP layer gives it: URL-decoded, not yet trusted. */
export interface MessagePushQuery {
  signature?: unknown
  msg_signature?: unknown
  timestamp?: unknown
  nonce?: unknown
}

export interface PushedMessage {
  fields: PushFields
  /** SHA-256 of the message, lowercase hex: equal for every delivery of it. */
  digest: string
  /** `CreateTime`, ISO 8601 UTC. */
  createTime: string
}

export interface MessagePush {
  /** Answers the address check: returns the text to send back bare. @throws MessagePushRefused */
  verifyUrl(query: MessagePushQuery & { echostr?: unknown }): string
  /** Verifies and reads one message; answer `success`. WeChat repeats what is not answered within 5 s. @throws MessagePushRefused */
  open(request: { query: MessagePushQuery; body: string | Uint8Array }): PushedMessage
}

const maxBytes = 1 << 20

function text(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new MessagePushRefused('malformed', field)
  return value
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [left, right].map((value) => createHash('sha256').update(value).digest())
  return timingSafeEqual(a!, b!)
}

/**
 * Receiver of the mini-program's message push (消息推送): SHA-1 signature, and in `encrypted` mode AES-256-CBC with
 * PKCS#7 of block 32, sealed for the appid. What was decrypted must encrypt to the very same text again: that holds
 * base64, padding, length and UTF-8 at once, which `@wecom/crypto` reads leniently.
 * @throws MessagePushConfigInvalid
 */
export function createMessagePush({ appId, token, security }: MessagePushOptions): MessagePush {
  if (appId === '') throw new MessagePushConfigInvalid('appId', 'must not be empty')
  if (!/^[A-Za-z0-9]{3,32}$/.test(token)) throw new MessagePushConfigInvalid('token', '3 to 32 letters and digits')
  if (security.mode === 'encrypted' && !/^[A-Za-z0-9]{43}$/.test(security.encodingAesKey))
    throw new MessagePushConfigInvalid('encodingAesKey', '43 letters and digits')

  function checkSignature(query: MessagePushQuery, field: 'signature' | 'msg_signature', sealed?: string): void {
    const parts = [text(query.timestamp, 'timestamp'), text(query.nonce, 'nonce')] as const
    const expected =
      sealed === undefined
        ? createHash('sha1')
            .update([token, ...parts].sort().join(''))
            .digest('hex')
        : getSignature(token, ...parts, sealed)
    if (!sameText(expected, text(query[field], field))) throw new MessagePushRefused('signature', field)
  }

  function opened(key: string, sealed: string): string {
    let frame: ReturnType<typeof decrypt>
    try {
      frame = decrypt(key, sealed)
    } catch {
      throw new MessagePushRefused('undecryptable')
    }
    if (encrypt(key, frame.message, frame.id, frame.random) !== sealed) throw new MessagePushRefused('undecryptable')
    if (!sameText(frame.id, appId)) throw new MessagePushRefused('foreign-app')
    return frame.message
  }

  function messageOf(query: MessagePushQuery, body: string): string {
    if (security.mode === 'plain') {
      checkSignature(query, 'signature')
      return body
    }
    // 兼容模式 sends the message in the clear beside `Encrypt`; nothing signs that copy, so it is never read.
    const sealed = text(pushFields(body)['Encrypt'], 'Encrypt')
    checkSignature(query, 'msg_signature', sealed)
    return opened(security.encodingAesKey, sealed)
  }

  return {
    verifyUrl(query) {
      checkSignature(query, 'signature')
      return text(query.echostr, 'echostr')
    },
    open({ query, body }) {
      if (Buffer.byteLength(body) > maxBytes) throw new MessagePushRefused('too-large')
      const message = messageOf(query, typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))
      const fields = pushFields(message)
      const seconds = String(fields['CreateTime'])
      if (!/^\d{1,11}$/.test(seconds)) throw new MessagePushRefused('malformed', 'CreateTime')
      return {
        fields,
        digest: createHash('sha256').update(message).digest('hex'),
        createTime: new Date(Number(seconds) * 1000).toISOString(),
      }
    },
  }
}

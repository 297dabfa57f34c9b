import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { CallbackConfigInvalid, CallbackRefused } from './callback-refused'
import { type XmlFields, encryptedValue, xmlFields } from './callback-xml'

export interface CallbackCipherOptions {
  /** Token of the callback settings: 1 to 32 letters and digits. */
  token: string
  /** EncodingAESKey: 43 letters and digits. */
  encodingAesKey: string
  /** Who the message must be meant for: the corp id for a self-built app, the appid for mini-program push. */
  receiveId: string
  /** Largest request accepted, in bytes; 1 MiB unless told. */
  maxBytes?: number
}

/** Query of a callback as the HTTP layer gives it: already URL-decoded, not yet trusted. */
export interface CallbackQuery {
  msg_signature?: unknown
  timestamp?: unknown
  nonce?: unknown
}

export interface OpenedCallback {
  /** The decrypted XML, byte for byte as it was hashed. */
  xml: string
  /** SHA-256 of the decrypted XML, lowercase hex: equal for every delivery of one event, whatever its nonce. */
  digest: string
  /** `CreateTime` as an ISO 8601 UTC instant. */
  createTime: string
  fields: XmlFields
}

export interface CallbackCipher {
  /** Answers the address check: returns the plaintext to send back bare. @throws CallbackRefused */
  verifyUrl(query: CallbackQuery & { echostr?: unknown }): string
  /** Verifies, decrypts and parses one event. @throws CallbackRefused */
  open(request: { query: CallbackQuery; body: string | Uint8Array }): OpenedCallback
  /**
   * Encrypts and signs a passive reply (document 90930): the XML to answer the callback with.
   * @param signed `at`: its timestamp. `nonce`: digits; random unless told
   */
  seal(xml: string, signed: { at: Date; nonce?: string }): string
}

const isBase64 = (value: string) => value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value)

function checkOptions({ token, encodingAesKey, receiveId, maxBytes = 1 }: CallbackCipherOptions): void {
  if (!/^[A-Za-z0-9]{1,32}$/.test(token)) throw new CallbackConfigInvalid('token', '1 to 32 letters and digits')
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey))
    throw new CallbackConfigInvalid('encodingAesKey', '43 letters and digits')
  if (receiveId === '') throw new CallbackConfigInvalid('receiveId', 'corp id or appid, not empty')
  if (!Number.isInteger(maxBytes) || maxBytes < 1) throw new CallbackConfigInvalid('maxBytes', 'a positive integer')
}

function text(value: unknown, field: string): string {
  if (typeof value !== 'string' || value === '') throw new CallbackRefused('malformed', `${field} is missing`, field)
  return value
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [left, right].map((value) => createHash('sha256').update(value).digest())
  return timingSafeEqual(a!, b!)
}

/**
 * Cipher of WeCom callbacks (documents 90930, 90968): SHA-1 signature, AES-256-CBC, PKCS#7 with block 32.
 *
 * `@wecom/crypto` decodes base64 leniently, does not look at padding bytes, cuts a length beyond the frame silently,
 * replaces broken UTF-8 and leaves the receive id to its caller. Its `encrypt` is deterministic once the 16 random
 * bytes are known, so encrypting what was decrypted must give the very same text: that one comparison holds
 * canonical base64, padding, length field and UTF-8 at once.
 *
 * @throws CallbackConfigInvalid when the options cannot belong to a callback
 */
export function createCallbackCipher(options: CallbackCipherOptions): CallbackCipher {
  checkOptions(options)
  const { token, encodingAesKey, receiveId, maxBytes = 1 << 20 } = options

  function checkSignature(query: CallbackQuery, encrypted: string): void {
    const signature = text(query.msg_signature, 'msg_signature')
    const timestamp = text(query.timestamp, 'timestamp')
    const nonce = text(query.nonce, 'nonce')
    if (!sameText(getSignature(token, timestamp, nonce, encrypted), signature))
      throw new CallbackRefused('signature', 'the signature does not match', 'msg_signature')
  }

  /** The library throws on a ciphertext that is no whole block and on a frame too short for its length field. */
  function frame(encrypted: string) {
    try {
      return decrypt(encodingAesKey, encrypted)
    } catch {
      return undefined
    }
  }

  function decipher(encrypted: string): string {
    if (!isBase64(encrypted)) throw new CallbackRefused('base64', 'the ciphertext is not canonical base64')
    const opened = frame(encrypted)
    if (!opened || encrypt(encodingAesKey, opened.message, opened.id, opened.random) !== encrypted)
      throw new CallbackRefused('frame', 'length, padding or UTF-8 of the plaintext is broken')
    if (!sameText(opened.id, receiveId)) throw new CallbackRefused('receive-id', 'meant for another receiver')
    return opened.message
  }

  return {
    verifyUrl(query) {
      const echo = text(query.echostr, 'echostr')
      if (Buffer.byteLength(echo) > maxBytes) throw new CallbackRefused('too-large', `more than ${maxBytes} bytes`)
      checkSignature(query, echo)
      return decipher(echo)
    },

    open({ query, body }) {
      if (Buffer.byteLength(body) > maxBytes) throw new CallbackRefused('too-large', `more than ${maxBytes} bytes`)
      const encrypted = encryptedValue(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))
      checkSignature(query, encrypted)
      const xml = decipher(encrypted)
      const fields = xmlFields(xml)
      const seconds = fields['CreateTime']
      if (typeof seconds !== 'string' || !/^\d{1,11}$/.test(seconds))
        throw new CallbackRefused('malformed', 'CreateTime is not a number of seconds', 'CreateTime')
      return {
        xml,
        digest: createHash('sha256').update(xml).digest('hex'),
        createTime: new Date(Number(seconds) * 1000).toISOString(),
        fields,
      }
    },

    seal(xml, { at, nonce = String(randomInt(1e9, 1e10)) }) {
      const timestamp = String(Math.floor(at.getTime() / 1000))
      const encrypted = encrypt(encodingAesKey, xml, receiveId)
      const signature = getSignature(token, timestamp, nonce, encrypted)
      const cdata = (text: string) => `<![CDATA[${text}]]>`
      return [
        `<xml><Encrypt>${cdata(encrypted)}</Encrypt>`,
        `<MsgSignature>${cdata(signature)}</MsgSignature>`,
        `<TimeStamp>${timestamp}</TimeStamp>`,
        `<Nonce>${cdata(nonce)}</Nonce></xml>`,
      ].join('')
    },
  }
}

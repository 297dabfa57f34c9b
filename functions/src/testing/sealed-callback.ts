import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { demo } from '@suixing/sandbox'

/** What WeCom signs and sends; each part may be given, so that a test can spoil just one. */
export interface SealedCallback {
  readonly query: { readonly msg_signature: string; readonly timestamp: string; readonly nonce: string }
  readonly encrypted: string
  readonly body: string
}
export interface Sealing {
  readonly receiveId?: string
  readonly timestamp?: number
}

/** WeCom's side of document 90968, written here again so that neither product nor sandbox checks itself. */
export function encrypt(plain: string, receiveId: string = demo.corp.corpid): string {
  const key = Buffer.from(`${demo.corp.encodingAesKey}=`, 'base64')
  const text = Buffer.from(plain)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const frame = Buffer.concat([randomBytes(16), length, text, Buffer.from(receiveId)])
  const pad = 32 - (frame.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([frame, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
    'base64',
  )
}

export const sign = (timestamp: string, nonce: string, encrypted: string): string =>
  createHash('sha1').update([demo.corp.callbackToken, timestamp, nonce, encrypted].sort().join('')).digest('hex')

export const envelope = (encrypted: string): string =>
  `<xml><ToUserName><![CDATA[${demo.corp.corpid}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`

export function seal(
  plain: string,
  { receiveId, timestamp = Date.parse(demo.firstInstant) }: Sealing = {},
): SealedCallback {
  const encrypted = encrypt(plain, receiveId)
  const seconds = String(Math.floor(timestamp / 1000))
  const nonce = randomBytes(6).toString('hex')
  return {
    query: { msg_signature: sign(seconds, nonce, encrypted), timestamp: seconds, nonce },
    encrypted,
    body: envelope(encrypted),
  }
}

/** An event as WeCom writes it. */
export function eventXml(
  fields: Readonly<Record<string, string | number>>,
  createTime: number = Date.parse(demo.firstInstant),
): string {
  const rows = Object.entries({
    ToUserName: demo.corp.corpid,
    FromUserName: 'sys',
    CreateTime: Math.floor(createTime / 1000),
    MsgType: 'event',
    ...fields,
  })
  return `<xml>${rows.map(([name, value]) => `<${name}>${typeof value === 'number' ? value : `<![CDATA[${value}]]>`}</${name}>`).join('')}</xml>`
}

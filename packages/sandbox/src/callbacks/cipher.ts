import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/**
 * The callback cipher of WeCom (W:90968) and of WeChat message push: AES-256-CBC over
 * `random(16) ‖ uint32BE(length) ‖ message ‖ receiveId`, padded to 32-byte blocks. Written apart from the product's
 * own, so that an error in one cannot cancel out in the other.
 */
const block = 32

export class CipherError extends Error {
  /** Codes as the vendor's library numbers them (W:90307). */
  constructor(
    readonly code: -40001 | -40004 | -40005 | -40007 | -40008,
    message: string,
  ) {
    super(message)
    this.name = 'CipherError'
  }
}

function keyOf(encodingAesKey: string): Buffer {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  if (encodingAesKey.length !== 43 || key.length !== 32)
    throw new CipherError(-40004, 'EncodingAESKey must be 43 characters')
  return key
}

/** SHA-1 over the four strings sorted by value, lower-case hex. */
export function signature(token: string, timestamp: string, nonce: string, encrypted: string): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex')
}

/** @param random exactly 16 bytes */
export function encrypt(encodingAesKey: string, random: Buffer, message: string, receiveId: string): string {
  const key = keyOf(encodingAesKey)
  const body = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const frame = Buffer.concat([random, length, body, Buffer.from(receiveId, 'utf8')])
  const pad = block - (frame.length % block)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([frame, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
    'base64',
  )
}

export interface Opened {
  message: string
  random: Buffer
  pad: number
}

/** Opens a frame; refuses wrong padding, length or receiver with {@link CipherError}. */
export function decrypt(encodingAesKey: string, encrypted: string, receiveId: string): Opened {
  const key = keyOf(encodingAesKey)
  const sealed = Buffer.from(encrypted, 'base64')
  if (sealed.length === 0 || sealed.length % 16 !== 0) throw new CipherError(-40008, 'not whole cipher blocks')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()])
  const pad = padded.at(-1) ?? 0
  if (pad < 1 || pad > block || padded.length < pad + 20) throw new CipherError(-40007, 'bad padding')
  if (padded.subarray(-pad).some((byte) => byte !== pad)) throw new CipherError(-40007, 'bad padding')
  const frame = padded.subarray(0, -pad)
  const end = 20 + frame.readUInt32BE(16)
  if (end > frame.length) throw new CipherError(-40008, 'message longer than its frame')
  if (frame.subarray(end).toString('utf8') !== receiveId) throw new CipherError(-40005, 'meant for another receiver')
  return { message: frame.subarray(20, end).toString('utf8'), random: Buffer.from(frame.subarray(0, 16)), pad }
}

/** Checks the signature, then opens the frame. */
export function open(
  keys: { token: string; encodingAesKey: string; receiveId: string },
  sealed: { signature: string; timestamp: string; nonce: string; encrypted: string },
): Opened {
  const expected = Buffer.from(signature(keys.token, sealed.timestamp, sealed.nonce, sealed.encrypted))
  const given = Buffer.from(sealed.signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new CipherError(-40001, 'signature does not match')
  }
  return decrypt(keys.encodingAesKey, sealed.encrypted, keys.receiveId)
}

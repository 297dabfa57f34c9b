import { createDecipheriv } from 'node:crypto'
import * as z from 'zod'
import type { SessionKey } from './session-key'

/** Encrypted data that must not be used. Carries nothing of the data or the key. */
export class UserDataRefused extends Error {
  /** `undecryptable` also when the session key is no longer the patient's: let them sign in again. */
  readonly code: 'malformed' | 'undecryptable' | 'foreign-app' | 'shape'
  readonly field: string | undefined

  constructor(code: UserDataRefused['code'], field?: string) {
    super(field ? `encrypted data refused: ${code} (${field})` : `encrypted data refused: ${code}`)
    this.name = 'UserDataRefused'
    this.code = code
    this.field = field
  }
}

export interface EncryptedUserData<T extends z.ZodType> {
  appId: string
  sessionKey: SessionKey
  /** As the mini-program API gave them, base64. */
  iv: string
  encryptedData: string
  /** Shape of the payload, such as `{ stepInfoList: … }`. */
  schema: T
}

const watermark = z.looseObject({ watermark: z.looseObject({ appid: z.string(), timestamp: z.number() }) })

/** Node skips what is no base64, so what was decoded must encode to the same text again. */
function decoded(field: string, text: string, fits: (length: number) => boolean): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text || !fits(bytes.length)) throw new UserDataRefused('malformed', field)
  return bytes
}

/**
 * Opens data that WeChat encrypted for the mini-program: AES-128-CBC, PKCS#7, sealed for one appid by its watermark.
 * @returns the payload and the instant WeChat sealed it, ISO 8601 UTC
 * @throws UserDataRefused
 */
export function decryptUserData<T extends z.ZodType>(
  sealed: EncryptedUserData<T>,
): { data: z.output<T>; sealedAt: string } {
  const key = decoded('sessionKey', sealed.sessionKey.reveal(), (length) => length === 16)
  const iv = decoded('iv', sealed.iv, (length) => length === 16)
  const bytes = decoded('encryptedData', sealed.encryptedData, (length) => length > 0 && length % 16 === 0)
  let plain: unknown
  try {
    const decipher = createDecipheriv('aes-128-cbc', key, iv)
    const text = Buffer.concat([decipher.update(bytes), decipher.final()])
    plain = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text))
  } catch {
    throw new UserDataRefused('undecryptable')
  }
  const marked = watermark.safeParse(plain)
  if (!marked.success) throw new UserDataRefused('shape', 'watermark')
  if (marked.data.watermark.appid !== sealed.appId) throw new UserDataRefused('foreign-app')
  const payload = sealed.schema.safeParse(plain)
  if (!payload.success) throw new UserDataRefused('shape', payload.error.issues[0]?.path.join('.'))
  return { data: payload.data, sealedAt: new Date(marked.data.watermark.timestamp * 1000).toISOString() }
}

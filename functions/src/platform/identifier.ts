import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 as lowercase hex. */
export const digestOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex')

/** An id derived from what it stands for: the same thing gives the same id, on every instance and after a crash. At most 32 of [0-9a-z_], as kf wants it. */
export const derivedId = (prefix: string, ...parts: readonly string[]): string =>
  `${prefix}_${digestOf(...parts).slice(0, 31 - prefix.length)}`

/** An unguessable key of 24 letters and digits: fits a contact way's state (≤ 30) and a kf scene (≤ 32). */
export const opaqueKey = (): string => randomBytes(12).toString('hex')

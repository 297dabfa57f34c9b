/**
 * - `storage-unavailable`: no answer, busy, or full; the same call may succeed later.
 * - `storage-refused`: rights, credentials or the place itself are wrong; an operator has to act.
 * - `bad-key`: the key breaks the rules of Storage; nothing was done.
 */
export type StorageFaultCode = 'storage-unavailable' | 'storage-refused' | 'bad-key'

/** A storage call that failed. The message holds neither key nor credentials. */
export class StorageFault extends Error {
  readonly code: StorageFaultCode
  /** What the file system or the bucket called it, and what to do about it. */
  readonly hint: string

  constructor(code: StorageFaultCode, hint: string) {
    super(`${code}: ${hint}`)
    this.name = 'StorageFault'
    this.code = code
    this.hint = hint
  }
}

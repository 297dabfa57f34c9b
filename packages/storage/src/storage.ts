/** What was kept under a key. */
export interface StoredObject {
  bytes: Uint8Array
  contentType: string
}

/**
 * Where media is kept: a folder, or a bucket. Objects are small enough for memory (WeCom gives at most 20 MB a file).
 *
 * A key is made of a–z, 0–9, `_` and `-` in parts set apart by `/`, at most 200 characters, and stands for the same bytes as long
 * as they are kept; a put that did not resolve may be repeated. Keys end up in names of files and in logs of the bucket: a key
 * says nothing about a person.
 *
 * Every method throws StorageFault.
 */
export interface Storage {
  /** Writes the bytes under a key; the same key with the same bytes again is fine. Durable when it resolves. */
  put(key: string, bytes: Uint8Array, about: { contentType: string }): Promise<void>
  /** null when there is none. */
  get(key: string): Promise<StoredObject | null>
  /** Size in bytes without reading them; null when there is none. */
  head(key: string): Promise<{ size: number; contentType: string } | null>
  /** Gone when it resolves; nothing under the key is fine. */
  remove(key: string): Promise<void>
}

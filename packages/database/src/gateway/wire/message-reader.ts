/** Largest message a MongoDB server takes: 48,000,000 bytes of payload and 16 KiB of framing. */
export const MAX_MESSAGE_BYTES = 48_000_000 + 16_384

/** Smallest message: the four int32 of the header. */
const HEADER_BYTES = 16

/** The stream is not MongoDB's wire protocol; the connection cannot be used further. */
export class WireError extends Error {
  readonly code = 'wire_protocol'
}

/** Splits a byte stream into messages; the chunks of a partial message are joined once, when it is complete. */
export class MessageReader {
  private chunks: Buffer[] = []
  private size = 0

  /**
   * Takes the next bytes of the stream and returns the messages that are complete by them.
   * @throws {WireError} when the announced length is below a header or above {@link MAX_MESSAGE_BYTES}
   */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk)
    this.size += chunk.length
    const messages: Buffer[] = []
    while (this.size >= HEADER_BYTES) {
      const length = this.announcedLength()
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new WireError(`bad message length ${length}`)
      if (this.size < length) break
      const all = this.joined()
      messages.push(all.subarray(0, length))
      this.chunks = all.length > length ? [all.subarray(length)] : []
      this.size -= length
    }
    return messages
  }

  private announcedLength(): number {
    const [first] = this.chunks
    return (first && first.length >= 4 ? first : this.joined()).readInt32LE(0)
  }

  private joined(): Buffer {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks)]
    return this.chunks[0] ?? Buffer.alloc(0)
  }
}

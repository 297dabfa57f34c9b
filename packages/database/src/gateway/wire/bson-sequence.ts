import { BSON, type Document } from 'bson'
import { WireError } from './message-reader'

/** The smallest BSON document: its length and a closing zero. */
const EMPTY_DOCUMENT_BYTES = 5

/**
 * The bytes of the BSON document that starts at `offset`.
 * @throws {WireError} when its length runs past the end of the buffer
 */
export function documentAt(buffer: Buffer, offset: number): Buffer {
  const length = offset + 4 <= buffer.length ? buffer.readInt32LE(offset) : -1
  if (length < EMPTY_DOCUMENT_BYTES || offset + length > buffer.length)
    throw new WireError('BSON document out of bounds')
  return buffer.subarray(offset, offset + length)
}

/** Decodes with every BSON type kept as it was sent (Int32 stays Int32), so that encoding again changes nothing. */
export function decodeExactly(document: Buffer): Document {
  return BSON.deserialize(document, { promoteValues: false, bsonRegExp: true })
}

/** The documents of a kind-1 section, each decoded by `decode`. */
export function* documentsIn(
  sequence: Buffer,
  decode: (document: Buffer) => Document = (document) => BSON.deserialize(document),
): Generator<Document> {
  for (let at = 0; at < sequence.length;) {
    const document = documentAt(sequence, at)
    yield decode(document)
    at += document.length
  }
}

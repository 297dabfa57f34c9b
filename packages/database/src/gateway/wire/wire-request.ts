import type { Document } from 'bson'

/** One command as it came over the wire. */
export interface WireRequest {
  readonly requestId: number
  /** The old OP_QUERY handshake, which is answered by OP_REPLY instead of OP_MSG. */
  readonly framing: 'query' | 'message'
  /** False when the client set `moreToCome`: it will not read an answer. */
  readonly expectsReply: boolean
  /** The command document exactly as received; passed on to the database unparsed. */
  readonly body: Buffer
  /** The same document, decoded (int64 values are bigint). */
  readonly command: Document
  /** Kind-1 sections: field name → concatenated BSON documents. */
  readonly sequences: ReadonlyMap<string, Buffer>
}

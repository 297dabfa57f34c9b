import type { WireRequest } from './wire-request'

const OP_REPLY = 1
const OP_MSG = 2013
const OP_MSG_HEAD = 21
const OP_REPLY_HEAD = 36

/** The bytes that go before a reply document: header, flags and section kind, or OP_REPLY's head for a handshake. */
export function replyHead(request: WireRequest, replyId: number, replyBytes: number): Buffer {
  const head = Buffer.alloc(request.framing === 'query' ? OP_REPLY_HEAD : OP_MSG_HEAD)
  head.writeInt32LE(head.length + replyBytes, 0)
  head.writeInt32LE(replyId, 4)
  head.writeInt32LE(request.requestId, 8)
  head.writeInt32LE(request.framing === 'query' ? OP_REPLY : OP_MSG, 12)
  if (request.framing === 'query') head.writeInt32LE(1, 32)
  return head
}

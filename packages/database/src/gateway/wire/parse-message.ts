import { BSON, type Document } from 'bson'
import { documentAt } from './bson-sequence'
import { WireError } from './message-reader'
import type { WireRequest } from './wire-request'

const OP_QUERY = 2004
const OP_MSG = 2013
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
/** Flag bits 0–15 must be understood by the server; bits above may be ignored. */
const REQUIRED_FLAGS = 0xffff

/**
 * Reads one complete message: OP_MSG with its document sequences, or the OP_QUERY of a handshake.
 * @throws {WireError} on anything else, or when lengths inside the message do not fit
 * @see MongoDB manual, "MongoDB Wire Protocol"
 */
export function parseMessage(message: Buffer): WireRequest {
  const opCode = message.readInt32LE(12)
  if (opCode === OP_MSG) return parseOpMsg(message)
  if (opCode === OP_QUERY) return parseOpQuery(message)
  throw new WireError(`unsupported opcode ${opCode}`)
}

function decode(body: Buffer): Document {
  return BSON.deserialize(body, { useBigInt64: true })
}

function nameEndingIn(message: Buffer, from: number, limit: number): { readonly name: string; readonly end: number } {
  const end = message.indexOf(0, from)
  if (end < 0 || end >= limit) throw new WireError('unterminated name')
  return { name: message.toString('utf8', from, end), end }
}

function parseOpQuery(message: Buffer): WireRequest {
  const { name, end } = nameEndingIn(message, 20, message.length)
  const body = documentAt(message, end + 9)
  const command = { $db: name.split('.')[0], ...decode(body) }
  // The database name must not come first: the first key is the command's name.
  const { $db, ...rest } = command
  return {
    requestId: message.readInt32LE(4),
    framing: 'query',
    expectsReply: true,
    body,
    command: { ...rest, $db },
    sequences: new Map(),
  }
}

function parseOpMsg(message: Buffer): WireRequest {
  if (message.length < 20) throw new WireError('OP_MSG without flags')
  const flags = message.readUInt32LE(16)
  if (flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) throw new WireError(`unknown OP_MSG flags ${flags}`)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const sequences = new Map<string, Buffer>()
  let body: Buffer | undefined
  for (let at = 20; at < end;) {
    const section = documentAt(message.subarray(0, end), at + 1)
    const kind = message[at]
    if (kind === 0) body = section
    else if (kind === 1) {
      const name = nameEndingIn(section, 4, section.length)
      sequences.set(name.name, section.subarray(name.end + 1))
    } else throw new WireError(`unsupported section kind ${kind}`)
    at += 1 + section.length
  }
  if (!body) throw new WireError('OP_MSG without a body section')
  return {
    requestId: message.readInt32LE(4),
    framing: 'message',
    expectsReply: !(flags & MORE_TO_COME),
    body,
    command: decode(body),
    sequences,
  }
}

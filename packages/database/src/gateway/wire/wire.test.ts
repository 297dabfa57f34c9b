import { BSON, Long, type Document } from 'bson'
import { documentsIn } from './bson-sequence'
import { replyHead } from './frame-reply'
import { MAX_MESSAGE_BYTES, MessageReader, WireError } from './message-reader'
import { parseMessage } from './parse-message'

const encode = (document: Document): Buffer => Buffer.from(BSON.serialize(document))

function framed(opCode: number, payload: Buffer, requestId = 7): Buffer {
  const head = Buffer.alloc(16)
  head.writeInt32LE(16 + payload.length, 0)
  head.writeInt32LE(requestId, 4)
  head.writeInt32LE(opCode, 12)
  return Buffer.concat([head, payload])
}

const flagged = (flags: number, ...sections: Buffer[]): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32LE(flags)
  return framed(2013, Buffer.concat([head, ...sections]))
}
const body = (document: Document): Buffer => Buffer.concat([Buffer.from([0]), encode(document)])
const sequence = (name: string, ...documents: Document[]): Buffer => {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map(encode)])
  const head = Buffer.alloc(5)
  head[0] = 1
  head.writeInt32LE(content.length + 4, 1)
  return Buffer.concat([head, content])
}
const ping = flagged(0, body({ ping: 1, $db: 'admin' }))

describe('MessageReader', () => {
  it('gives a message once its last byte has come, however the bytes are cut', () => {
    for (let cut = 1; cut < ping.length; cut++) {
      const reader = new MessageReader()
      expect(reader.push(ping.subarray(0, cut))).toEqual([])
      expect(reader.push(ping.subarray(cut))).toEqual([ping])
    }
  })

  it('gives a message that comes byte by byte', () => {
    const reader = new MessageReader()
    const messages = [...ping].flatMap((byte) => reader.push(Buffer.from([byte])))
    expect(messages).toEqual([ping])
  })

  it('gives several messages of one chunk and keeps the rest', () => {
    const reader = new MessageReader()
    expect(reader.push(Buffer.concat([ping, ping, ping.subarray(0, 9)]))).toEqual([ping, ping])
    expect(reader.push(ping.subarray(9))).toEqual([ping])
  })

  it.each([0, 15, -1, MAX_MESSAGE_BYTES + 1, 0x7fffffff])('refuses the announced length %i', (length) => {
    const bad = Buffer.alloc(16)
    bad.writeInt32LE(length)
    expect(() => new MessageReader().push(bad)).toThrow(WireError)
  })

  it('refuses text that is no wire protocol', () => {
    expect(() => new MessageReader().push(Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'))).toThrow(WireError)
  })
})

describe('parseMessage', () => {
  it('reads the command with int64 as bigint and the body untouched', () => {
    const document = { getMore: Long.fromString('9007199254740993'), $db: 'a' }
    const request = parseMessage(flagged(0, body(document)))
    expect(request).toMatchObject({ requestId: 7, framing: 'message', expectsReply: true })
    expect(request.command['getMore']).toBe(9007199254740993n)
    expect(request.body.equals(encode(document))).toBe(true)
  })

  it('reads document sequences, before or after the body', () => {
    const documents = [{ a: 1 }, { a: 2, b: '中文' }]
    for (const sections of [
      [body({ insert: 'c' }), sequence('documents', ...documents)],
      [sequence('documents', ...documents), body({ insert: 'c' })],
    ]) {
      const { sequences } = parseMessage(flagged(0, ...sections))
      expect([...documentsIn(sequences.get('documents') ?? Buffer.alloc(0))]).toEqual(documents)
    }
  })

  it('leaves a checksum out of the sections', () => {
    const message = flagged(1, body({ ping: 1 }), Buffer.from([1, 2, 3, 4]))
    expect(parseMessage(message).command).toEqual({ ping: 1 })
  })

  it('knows that moreToCome wants no answer', () => {
    expect(parseMessage(flagged(2, body({ insert: 'c' }))).expectsReply).toBe(false)
  })

  it('reads the handshake of OP_QUERY with the command name first', () => {
    const head = Buffer.concat([Buffer.alloc(4), Buffer.from('admin.$cmd\0'), Buffer.alloc(8)])
    const request = parseMessage(framed(2004, Buffer.concat([head, encode({ isMaster: 1 })])))
    expect(request.framing).toBe('query')
    expect(Object.keys(request.command)).toEqual(['isMaster', '$db'])
    expect(request.command['$db']).toBe('admin')
  })

  const oversized = Buffer.from([0, 0xff, 0xff, 0, 0, 0])
  it.each([
    ['an unknown opcode', framed(2012, encode({}))],
    ['an unknown section kind', flagged(0, Buffer.concat([Buffer.from([9]), encode({})]))],
    ['a required flag it does not know', flagged(4, body({ ping: 1 }))],
    ['a message without flags', framed(2013, Buffer.alloc(0))],
    ['a message without a body', flagged(0, sequence('documents', { a: 1 }))],
    ['a document that runs past the end', flagged(0, oversized)],
    ['a handshake without an end of its name', framed(2004, Buffer.alloc(6, 65))],
  ])('refuses %s', (_what, message) => {
    expect(() => parseMessage(message)).toThrow(WireError)
  })
})

describe('replyHead', () => {
  it('answers OP_MSG by OP_MSG and a handshake by OP_REPLY with one document', () => {
    const request = parseMessage(ping)
    const head = replyHead(request, 3, 100)
    expect([head.length, head.readInt32LE(0), head.readInt32LE(8), head.readInt32LE(12)]).toEqual([21, 121, 7, 2013])
    const legacy = replyHead({ ...request, framing: 'query' }, 3, 100)
    expect([legacy.length, legacy.readInt32LE(0), legacy.readInt32LE(12), legacy.readInt32LE(32)]).toEqual([
      36, 136, 1, 1,
    ])
  })
})

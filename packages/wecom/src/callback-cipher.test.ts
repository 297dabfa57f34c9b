import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { type CallbackCipherOptions, createCallbackCipher } from './callback-cipher'
import { CallbackConfigInvalid, CallbackRefused } from './callback-refused'
import { wecom_callback as vectors } from './testdata/vectors.json'

const token = 'QDG6eK'
const encodingAesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const receiveId = 'wx5823bf96d3bd56c7'
const options: CallbackCipherOptions = { token, encodingAesKey, receiveId }

/** Written from the document alone, so that it shares nothing with the product's cipher. */
function encode(frame: Buffer, key = encodingAesKey): string {
  const aes = Buffer.from(`${key}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(frame), cipher.final()]).toString('base64')
}
function frameOf(xml: string | Buffer, id = receiveId, length?: number): Buffer {
  const message = Buffer.from(xml)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(length ?? message.length)
  return Buffer.concat([randomBytes(16), head, message, Buffer.from(id)])
}
function padded(frame: Buffer, pad = 32 - (frame.length % 32)): Buffer {
  return Buffer.concat([frame, Buffer.alloc(pad, pad)])
}
function sign(encrypt: string, timestamp = '1700000000', nonce = 'n0nce') {
  const sorted = [token, timestamp, nonce, encrypt].sort((a, b) => (a < b ? -1 : 1)).join('')
  return { msg_signature: createHash('sha1').update(sorted).digest('hex'), timestamp, nonce }
}
const outer = (encrypt: string) =>
  `<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
const request = (encrypt: string) => ({ query: sign(encrypt), body: outer(encrypt) })
const event = (name: string) => `<xml><CreateTime>1700000000</CreateTime><Event><![CDATA[${name}]]></Event></xml>`

function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof CallbackRefused) return error.code
    throw error
  }
  return 'accepted'
}

const other = (character: string) => (character === 'a' ? 'b' : 'a')
const changed = (value: string, at: number) => value.slice(0, at) + other(value[at]!) + value.slice(at + 1)

describe.each(vectors)('vector $name', (vector) => {
  const cipher = createCallbackCipher({
    token: vector.token,
    encodingAesKey: vector.aesKey,
    receiveId: vector.receiveId,
  })
  const query = { msg_signature: vector.signature, timestamp: vector.timestamp, nonce: vector.nonce }

  it('opens', () => {
    const plain = cipher.verifyUrl({ ...query, echostr: vector.encrypt })
    if (vector.plain) expect(plain).toBe(vector.plain)
    else {
      expect(Buffer.byteLength(plain)).toBe(vector.plainLength)
      const opened = cipher.open({ query, body: outer(vector.encrypt) })
      expect(opened.fields['MsgId']).toBe(vector.msgId)
      expect(opened.xml).toBe(plain)
      expect(opened.digest).toBe(createHash('sha256').update(plain).digest('hex'))
      expect(opened.createTime).toBe('2014-09-02T12:10:13.000Z')
    }
  })

  it('is refused with any one character changed', () => {
    const whole = { ...query, echostr: vector.encrypt }
    for (const part of ['msg_signature', 'timestamp', 'nonce', 'echostr'] as const)
      for (let at = 0; at < whole[part].length; at++) {
        const tampered = { ...whole, [part]: changed(whole[part], at) }
        expect([part, at, refusal(() => cipher.verifyUrl(tampered))]).toEqual([part, at, 'signature'])
      }
  })

  it('is refused for a foreign receiver', () => {
    const foreign = createCallbackCipher({ token: vector.token, encodingAesKey: vector.aesKey, receiveId: 'ww0' })
    expect(refusal(() => foreign.verifyUrl({ ...query, echostr: vector.encrypt }))).toBe('receive-id')
  })
})

describe('a validly signed but broken request', () => {
  const cipher = createCallbackCipher(options)
  const refused = (encrypt: string) => refusal(() => cipher.open(request(encrypt)))
  const good = padded(frameOf(event('subscribe')))

  it('is accepted when nothing is broken', () => expect(refused(encode(good))).toBe('accepted'))

  it('is refused when one padding byte differs', () => {
    const pad = good[good.length - 1]!
    for (let at = good.length - pad; at < good.length; at++) {
      const frame = Buffer.from(good)
      frame[at] = frame[at]! ^ 0x40
      expect(refused(encode(frame))).toBe('frame')
    }
  })

  it('is refused when the padding is of block 16, absent or 0', () => {
    const body = frameOf('x'.repeat(64 + 4 - 20 - receiveId.length))
    const blockOf16 = padded(body, 16 - (body.length % 16))
    expect(blockOf16.length % 32).toBe(16)
    expect(refused(encode(blockOf16))).toBe('frame')
    expect(refused(Buffer.alloc(33, 7).toString('base64'))).toBe('frame')
    expect(refused(encode(Buffer.alloc(64, 0)))).toBe('frame')
    expect(refused(encode(Buffer.alloc(32, 32)))).toBe('frame')
    expect(refused(encode(Buffer.alloc(64, 33)))).toBe('frame')
  })

  it.each([0xffffffff, 0x7fffffff, 1000])('is refused when the length field says %d', (length) =>
    expect(refused(encode(padded(frameOf(event('subscribe'), receiveId, length))))).toBe('frame'),
  )

  it('is refused when a shorter length moves the message into the receive id', () =>
    expect(refused(encode(padded(frameOf(event('subscribe'), receiveId, 5))))).toBe('receive-id'))

  it('is refused when the message is no UTF-8', () =>
    expect(refused(encode(padded(frameOf(Buffer.from([0x3c, 0xff, 0xfe])))))).toBe('frame'))

  it('is refused when the base64 is lenient', () => {
    const canonical = encode(good)
    for (const lenient of [
      ` ${canonical}`,
      canonical.replace(/=+$/, ''),
      `${canonical}=`,
      canonical.replace('+', '-').replace('/', '_') + '-',
      `${canonical.slice(0, 8)}\n${canonical.slice(8)}`,
      'ab=c',
    ])
      expect([lenient, refusal(() => cipher.verifyUrl({ ...sign(lenient), echostr: lenient }))]).toEqual([
        lenient,
        'base64',
      ])
  })

  it('is refused when the unused bits of the last base64 character are set', () => {
    const canonical = encode(padded(frameOf(event('subscribe'))))
    expect(canonical).toMatch(/=$/)
    const last = canonical.replace(/=+$/, '').slice(-1)
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const sloppy = canonical.replace(/.(=+)$/, (_, pad: string) => alphabet[alphabet.indexOf(last) + 1]! + pad)
    expect(Buffer.from(sloppy, 'base64').equals(Buffer.from(canonical, 'base64'))).toBe(true)
    expect(refused(sloppy)).toBe('frame')
  })

  it.each([
    ['DOCTYPE', '<!DOCTYPE xml><xml><CreateTime>1</CreateTime></xml>'],
    [
      'an external entity',
      '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml><CreateTime>1</CreateTime><Event>&x;</Event></xml>',
    ],
    [
      'an entity bomb',
      '<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><xml><CreateTime>1</CreateTime><Event>&b;</Event></xml>',
    ],
    ['broken XML', '<xml><CreateTime>1</CreateTime>'],
    ['another root', '<yml><CreateTime>1</CreateTime></yml>'],
    ['no CreateTime', '<xml><Event>subscribe</Event></xml>'],
    ['two CreateTimes', '<xml><CreateTime>1</CreateTime><CreateTime>2</CreateTime></xml>'],
    ['no XML', 'hello'],
  ])('is refused for %s inside', (_, xml) => {
    expect(refused(encode(padded(frameOf(xml))))).toBe('malformed')
  })

  it('is refused for a DOCTYPE outside', () => {
    const encrypt = encode(good)
    const body = `<!DOCTYPE xml [<!ENTITY e "${encrypt}">]><xml><Encrypt>&e;</Encrypt></xml>`
    expect(refusal(() => cipher.open({ query: sign(encrypt), body }))).toBe('malformed')
  })

  it('is refused above the size limit before anything is parsed', () => {
    const small = createCallbackCipher({ ...options, maxBytes: 100 })
    expect(refusal(() => small.open({ query: {}, body: 'x'.repeat(101) }))).toBe('too-large')
    expect(refusal(() => small.open({ query: {}, body: '中'.repeat(34) }))).toBe('too-large')
    expect(refusal(() => small.verifyUrl({ echostr: 'x'.repeat(101) }))).toBe('too-large')
  })

  it.each(['msg_signature', 'timestamp', 'nonce'] as const)('is refused without %s or with two of it', (name) => {
    const encrypt = encode(good)
    for (const value of [undefined, '', ['a', 'b']])
      expect(refusal(() => cipher.open({ query: { ...sign(encrypt), [name]: value }, body: outer(encrypt) }))).toBe(
        'malformed',
      )
  })
})

it('opens a message of the largest size', () => {
  const cipher = createCallbackCipher(options)
  const xml = event('x'.repeat(700_000))
  const encrypt = encode(padded(frameOf(xml)))
  expect(cipher.open({ query: sign(encrypt), body: outer(encrypt) }).xml).toBe(xml)
})

it('opens what an independent encoder wrote', () => {
  const cipher = createCallbackCipher(options)
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^\d{10}$/),
      fc.stringMatching(/^[\w-]{1,20}$/),
      (name, timestamp, nonce) => {
        const said = name.replaceAll(']]>', '').replace(/[\0-\x1f\ufffe\uffff]|\ud800[^]|^\s+|\s+$/g, '')
        const xml = event(said)
        const encrypt = encode(padded(frameOf(xml)))
        const opened = cipher.open({ query: sign(encrypt, timestamp, nonce), body: Buffer.from(outer(encrypt)) })
        expect(opened.xml).toBe(xml)
      },
    ),
  )
})

it.each([
  ['token', { token: 'with-dash' }],
  ['token', { token: 'a'.repeat(33) }],
  ['encodingAesKey', { encodingAesKey: encodingAesKey.slice(1) }],
  ['encodingAesKey', { encodingAesKey: `${encodingAesKey.slice(1)}-` }],
  ['receiveId', { receiveId: '' }],
  ['maxBytes', { maxBytes: 0 }],
])('refuses a bad %s at once', (field, wrong) => {
  const act = () => createCallbackCipher({ ...options, ...wrong })
  expect(act).toThrow(CallbackConfigInvalid)
  expect(act).toThrow(expect.objectContaining({ field }))
})

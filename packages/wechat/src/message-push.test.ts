import { createCipheriv, createHash } from 'node:crypto'
import { createMessagePush } from './message-push'
import { MessagePushConfigInvalid, MessagePushRefused } from './push-refused'

const appId = 'wx1234567890abcdef'
const token = 'QDG6eK'
const encodingAesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const encrypted = createMessagePush({ appId, token, security: { mode: 'encrypted', encodingAesKey } })
const plain = createMessagePush({ appId, token, security: { mode: 'plain' } })

const sha1 = (...parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex')
const time = { timestamp: '1767225600', nonce: '42' }
const signed = (sealed?: string) => ({
  ...time,
  signature: sha1(token, time.timestamp, time.nonce),
  ...(sealed && { msg_signature: sha1(token, time.timestamp, time.nonce, sealed) }),
})

/** Written from the document alone, so that it shares nothing with the product's cipher. */
function seal(message: string | Buffer, id = appId, block = 32): string {
  const aes = Buffer.from(`${encodingAesKey}=`, 'base64')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  const frame = Buffer.concat([Buffer.alloc(16, 7), length, Buffer.from(message), Buffer.from(id)])
  const pad = block - (frame.length % block)
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([frame, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
    'base64',
  )
}
function refusal(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof MessagePushRefused) return error.field ? `${error.code} ${error.field}` : error.code
    throw error
  }
  return 'accepted'
}

const inJson = JSON.stringify({ FromUserName: 'o1', CreateTime: 1767225600, MsgType: 'event', Event: '血糖' })
const inXml =
  '<xml><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1767225600</CreateTime><Event><![CDATA[<!x>]]></Event></xml>'

describe('address check', () => {
  it.each([[encrypted], [plain]])('echoes what is signed', (push) => {
    expect(push.verifyUrl({ ...signed(), echostr: '8912' })).toBe('8912')
    for (const [wrong, why] of [
      [{ signature: 'x' }, 'signature signature'],
      [{ nonce: '43' }, 'signature signature'],
      [{ timestamp: '1767225601' }, 'signature signature'],
      [{ nonce: undefined }, 'malformed nonce'],
      [{ signature: ['a'] }, 'malformed signature'],
      [{ echostr: undefined }, 'malformed echostr'],
    ] as const)
      expect(refusal(() => push.verifyUrl({ ...signed(), echostr: '8912', ...wrong }))).toBe(why)
  })
})

describe('plain', () => {
  it.each([inJson, inXml])('opens %s', (body) => {
    const opened = plain.open({ query: signed(), body })
    expect(opened.fields['FromUserName']).toBe('o1')
    expect(opened.createTime).toBe('2026-01-01T00:00:00.000Z')
    expect(opened.digest).toBe(createHash('sha256').update(body).digest('hex'))
    expect(plain.open({ query: signed(), body: Buffer.from(body) })).toEqual(opened)
  })

  it('refuses what is not signed', () =>
    expect(refusal(() => plain.open({ query: { ...signed(), nonce: '43' }, body: inJson }))).toBe(
      'signature signature',
    ))

  it.each([
    ['', 'malformed'],
    ['[]', 'malformed'],
    ['{"a":', 'malformed'],
    ['null', 'malformed'],
    ['<yml/>', 'malformed'],
    ['<xml><a></xml>', 'malformed'],
    ['<!DOCTYPE x [<!ENTITY e "x">]><xml><CreateTime>1</CreateTime></xml>', 'malformed'],
    [`<xml>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</xml>`, 'malformed'],
    ['{"CreateTime":"soon"}', 'malformed CreateTime'],
    ['{}', 'malformed CreateTime'],
    [`{"a":"${'x'.repeat(1 << 20)}"}`, 'too-large'],
  ])('refuses %.40s', (body, why) => expect(refusal(() => plain.open({ query: signed(), body }))).toBe(why))
})

describe('encrypted', () => {
  const request = (sealed: string, envelope: 'json' | 'xml' = 'json') => ({
    query: signed(sealed),
    body:
      envelope === 'json'
        ? JSON.stringify({ ToUserName: 'gh_1', Encrypt: sealed })
        : `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
  })

  it.each([
    ['json', inJson],
    ['xml', inXml],
  ] as const)('opens %s', (envelope, message) => {
    const opened = encrypted.open(request(seal(message), envelope))
    expect(opened).toEqual(plain.open({ query: signed(), body: message }))
  })

  it('reads nothing but the sealed copy', () => {
    const sealed = seal(inJson)
    const body = JSON.stringify({ FromUserName: 'forged', CreateTime: 1, Encrypt: sealed })
    expect(encrypted.open({ query: signed(sealed), body }).fields['FromUserName']).toBe('o1')
  })

  it('refuses a message in the clear, also with a good signature', () =>
    expect(refusal(() => encrypted.open({ query: signed(), body: inJson }))).toBe('malformed Encrypt'))

  it('refuses another signature, key, app or frame', () => {
    const sealed = seal(inJson)
    expect(refusal(() => encrypted.open({ ...request(sealed), query: signed(seal(inXml)) }))).toBe(
      'signature msg_signature',
    )
    expect(refusal(() => encrypted.open({ ...request(sealed), query: signed() }))).toBe('malformed msg_signature')
    expect(refusal(() => encrypted.open(request(seal(inJson, 'wx0'))))).toBe('foreign-app')
    expect(refusal(() => encrypted.open(request(seal('xx', appId, 16))))).toBe('undecryptable')
    expect(refusal(() => encrypted.open(request(seal(Buffer.from([0xff, 0xfe])))))).toBe('undecryptable')
    expect(refusal(() => encrypted.open(request(` ${sealed}`)))).toBe('undecryptable')
    expect(refusal(() => encrypted.open(request('AAAA')))).toBe('undecryptable')
    const otherKey = createMessagePush({
      appId,
      token,
      security: { mode: 'encrypted', encodingAesKey: encodingAesKey.toLowerCase() },
    })
    expect(refusal(() => otherKey.open(request(sealed)))).toBe('undecryptable')
  })

  it('tells nothing of the message', () => {
    let told = ''
    try {
      encrypted.open(request(seal('{"CreateTime":"secret"}')))
    } catch (error) {
      told = String(error) + JSON.stringify(error)
    }
    expect(told).toMatch(/CreateTime/)
    expect(told).not.toMatch(/secret/)
  })
})

it.each([
  ['appId', { appId: '' }],
  ['token', { token: 'ab' }],
  ['token', { token: 'with-dash' }],
  ['encodingAesKey', { security: { mode: 'encrypted' as const, encodingAesKey: 'short' } }],
])('refuses a bad %s at once', (field, wrong) => {
  const act = () => createMessagePush({ appId, token, security: { mode: 'plain' }, ...wrong })
  expect(act).toThrow(MessagePushConfigInvalid)
  expect(act).toThrow(expect.objectContaining({ field }))
})

import { CipherError, decrypt, encrypt, open, signature } from './cipher'
import published from './testdata/wecom-callback.json'

const flip = (text: string, at: number): string => {
  const bytes = Buffer.from(text, 'base64')
  bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at)
  return bytes.toString('base64')
}

const codeOf = (run: () => unknown): number | null => {
  try {
    run()
    return null
  } catch (error) {
    return error instanceof CipherError ? error.code : 0
  }
}

describe.each(published.vectors)('$name', (vector) => {
  const keys = { token: vector.token, encodingAesKey: vector.aesKey, receiveId: vector.receiveId }
  const sealed = {
    signature: vector.signature,
    timestamp: vector.timestamp,
    nonce: vector.nonce,
    encrypted: vector.encrypt,
  }

  it('opens', () => {
    const opened = open(keys, sealed)
    expect(opened.pad).toBe(vector.pad)
    if (vector.plain !== undefined) expect(opened.message).toBe(vector.plain)
    if (vector.plainLength !== undefined) expect(Buffer.byteLength(opened.message)).toBe(vector.plainLength)
    if (vector.msgId !== undefined) expect(opened.message).toContain(`<MsgId>${vector.msgId}</MsgId>`)
    if (vector.random16 !== undefined) expect(opened.random.toString('latin1')).toBe(vector.random16)
  })

  it('seals to the same bytes and signature', () => {
    const { random, message } = open(keys, sealed)
    const again = encrypt(vector.aesKey, random, message, vector.receiveId)
    expect(again).toBe(vector.encrypt)
    expect(signature(vector.token, vector.timestamp, vector.nonce, again)).toBe(vector.signature)
  })

  it('refuses every part with one byte changed', () => {
    const cut = (text: string): string => (text.startsWith('1') ? `2${text.slice(1)}` : `1${text.slice(1)}`)
    expect(codeOf(() => open(keys, { ...sealed, signature: cut(sealed.signature) }))).toBe(-40001)
    expect(codeOf(() => open(keys, { ...sealed, timestamp: cut(sealed.timestamp) }))).toBe(-40001)
    expect(codeOf(() => open(keys, { ...sealed, nonce: cut(sealed.nonce) }))).toBe(-40001)
    expect(codeOf(() => open({ ...keys, token: cut(keys.token) }, sealed))).toBe(-40001)
    const length = Buffer.from(vector.encrypt, 'base64').length
    for (let at = 0; at < length; at += 1) {
      expect(codeOf(() => open(keys, { ...sealed, encrypted: flip(sealed.encrypted, at) }))).toBe(-40001)
    }
    expect(codeOf(() => open({ ...keys, receiveId: cut(keys.receiveId) }, sealed))).toBe(-40005)
    expect(codeOf(() => open({ ...keys, encodingAesKey: cut(keys.encodingAesKey) }, sealed))).not.toBeNull()
  })

  it('never opens a changed last block, even unsigned', () => {
    const length = Buffer.from(vector.encrypt, 'base64').length
    expect(codeOf(() => decrypt(vector.aesKey, flip(vector.encrypt, length - 1), vector.receiveId))).not.toBeNull()
  })
})

it('pads to blocks of 32, a whole block when nothing is left over', () => {
  const [vector] = published.vectors
  const random = Buffer.alloc(16, 7)
  for (let length = 0; length < 40; length += 1) {
    const sealed = encrypt(vector?.aesKey ?? '', random, 'x'.repeat(length), 'corp')
    expect(Buffer.from(sealed, 'base64').length % 32).toBe(0)
    const opened = decrypt(vector?.aesKey ?? '', sealed, 'corp')
    expect(opened.message).toHaveLength(length)
    expect(opened.pad).toBeGreaterThan(0)
    expect(opened.pad).toBeLessThanOrEqual(32)
  }
})

it('refuses what is no cipher text and keys of the wrong length', () => {
  const [vector] = published.vectors
  expect(codeOf(() => decrypt(vector?.aesKey ?? '', 'abc', 'corp'))).toBe(-40008)
  expect(codeOf(() => decrypt('short', vector?.encrypt ?? '', 'corp'))).toBe(-40004)
})

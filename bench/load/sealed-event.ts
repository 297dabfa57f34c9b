import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** Keys of the corp whose callbacks are imitated. */
export interface CorpKeys {
  readonly corpId: string
  readonly token: string
  readonly encodingAesKey: string
}
/** A callback ready to be posted; `digest` is the key its row must have. */
export interface SealedEvent {
  readonly path: string
  readonly body: string
  readonly digest: string
}

const BLOCK = 32

/** Seals events as WeCom does (documents 90930, 90968). Shares nothing with the product's cipher nor the sandbox's. */
export function sealer({ corpId, token, encodingAesKey }: CorpKeys): (xml: string, atMs: number) => SealedEvent {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const receiver = Buffer.from(corpId)
  return (xml, atMs) => {
    const text = Buffer.from(xml)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    const frame = Buffer.concat([randomBytes(16), length, text, receiver])
    const pad = BLOCK - (frame.length % BLOCK)
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const encrypted = Buffer.concat([
      cipher.update(frame),
      cipher.update(Buffer.alloc(pad, pad)),
      cipher.final(),
    ]).toString('base64')
    const timestamp = String(Math.floor(atMs / 1000))
    const nonce = randomBytes(8).toString('hex')
    const signature = createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex')
    return {
      path: `/callbacks/wecom?msg_signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
      body: `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt><AgentID><![CDATA[1000002]]></AgentID></xml>`,
      digest: createHash('sha256').update(xml).digest('hex'),
    }
  }
}

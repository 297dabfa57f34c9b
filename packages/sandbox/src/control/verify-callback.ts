import { encrypt, signature } from '../callbacks/cipher'
import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { ControlError } from './control-error'

/** GETs the callback url with a sealed echostr (W:90930): it must answer the bare plaintext within one second. */
export async function verifyCallbackUrl(sandbox: Sandbox): Promise<{ accepted: boolean; problem: string | null }> {
  const { world, ids, clock } = sandbox
  if (world.callbackUrl === null) throw new ControlError('notPossible', 'set a callback-url first')
  const { corpid, callbackToken, encodingAesKey } = demo.corp
  const plain = String(BigInt(`0x${ids.bytes16().subarray(0, 8).toString('hex')}`))
  const echostr = encrypt(encodingAesKey, ids.bytes16(), plain, corpid)
  const timestamp = String(Math.floor(clock.now() / 1000))
  const nonce = ids.next('nonce', 16)
  const url = new URL(world.callbackUrl)
  url.searchParams.set('msg_signature', signature(callbackToken, timestamp, nonce, echostr))
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('nonce', nonce)
  url.searchParams.set('echostr', echostr)
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1_000) })
    const text = await response.text()
    if (response.status !== 200) return { accepted: false, problem: `HTTP ${response.status}` }
    return text === plain
      ? { accepted: true, problem: null }
      : { accepted: false, problem: 'the answer is not the bare plaintext' }
  } catch (error) {
    return { accepted: false, problem: error instanceof Error ? error.message : String(error) }
  }
}

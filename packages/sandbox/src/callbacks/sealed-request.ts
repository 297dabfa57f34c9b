import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import { messagePushKeys } from '../wechat/message-push'
import { encrypt, signature } from './cipher'
import type { Push } from './push'
import { xml } from './xml'

/**
 * The POST of a callback: the corp's (W:90930), or a mini-program's message push, which has the same cipher with the
 * appid as receiver. Null where there is no address.
 */
export function sealedRequest(sandbox: Sandbox, push: Push): { url: URL; body: string } | null {
  const { world, ids, clock } = sandbox
  const { appid } = push
  const address =
    appid === undefined ? world.callbackUrl : (world.messagePushUrls.find((one) => one.appid === appid)?.url ?? null)
  const keys =
    appid === undefined
      ? { token: demo.corp.callbackToken, encodingAesKey: demo.corp.encodingAesKey }
      : messagePushKeys(appid)
  if (address === null || keys === null) return null
  const encrypted = encrypt(keys.encodingAesKey, ids.bytes16(), push.xml, appid ?? demo.corp.corpid)
  const timestamp = String(Math.floor(clock.now() / 1000))
  const nonce = ids.next('nonce', 16)
  const url = new URL(address)
  url.searchParams.set('msg_signature', signature(keys.token, timestamp, nonce, encrypted))
  url.searchParams.set('timestamp', timestamp)
  url.searchParams.set('nonce', nonce)
  if (appid === undefined) {
    const envelope = { ToUserName: demo.corp.corpid, AgentID: String(demo.corp.agentid), Encrypt: encrypted }
    return { url, body: xml(envelope) }
  }
  url.searchParams.set('encrypt_type', 'aes')
  return { url, body: xml({ ToUserName: appid, Encrypt: encrypted }) }
}

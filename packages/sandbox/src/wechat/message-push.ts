import { demo } from '../demo'
import type { Sandbox } from '../sandbox'
import type { XmlFields } from '../callbacks/xml'

/** Where a mini-program's events go; without one nothing is pushed. */
export interface MessagePushUrl {
  appid: string
  url: string
}

/** Queues a mini-program event about one person, sealed with the mini-program's own keys. */
export function pushWechatEvent(
  sandbox: Sandbox,
  appid: string,
  openid: string,
  event: string,
  fields: XmlFields,
): void {
  if (!sandbox.world.messagePushUrls.some((one) => one.appid === appid)) return
  sandbox.pusher.push(
    event,
    {
      ToUserName: `gh_${sandbox.ids.of('mini-program', appid, 12).toLowerCase()}`,
      FromUserName: openid,
      CreateTime: Math.floor(sandbox.clock.now() / 1000),
      MsgType: 'event',
      Event: event,
      ...fields,
    },
    { appid },
  )
}

/** Keys of a mini-program's message push; null for none of ours. */
export function messagePushKeys(appid: string): { token: string; encodingAesKey: string } | null {
  const found = Object.values(demo.miniPrograms).find((app) => app.appid === appid)
  return found === undefined ? null : { token: found.callbackToken, encodingAesKey: found.encodingAesKey }
}

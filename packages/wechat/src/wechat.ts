import { type WechatClientOptions, createWechatClient } from './client'
import { login } from './login'
import { subscribeMessages } from './subscribe-message'
import { urlLinks } from './url-link'

/** All call families of one mini-program over one client. */
export function createWechat(options: WechatClientOptions) {
  const client = createWechatClient(options)
  return {
    appId: client.appId,
    login: login(client),
    subscribeMessages: subscribeMessages(client),
    urlLinks: urlLinks(client),
  }
}

export type Wechat = ReturnType<typeof createWechat>

import type { Sandbox } from '../sandbox'
import type { WechatUser } from '../world/people'
import { pushWechatEvent } from './message-push'

/** The person answered wx.requestSubscribeMessage. */
export function pushPopup(
  sandbox: Sandbox,
  user: WechatUser,
  appid: string,
  templateId: string,
  decision: 'accept' | 'reject',
): void {
  const row = { TemplateId: templateId, SubscribeStatusString: decision, PopupScene: '0' }
  pushWechatEvent(sandbox, appid, user.openids[appid] ?? '', 'subscribe_msg_popup_event', {
    SubscribeMsgPopupEvent: { List: row },
  })
}

/** The person switched a template off in the settings. Switching one on is not told. */
export function pushChange(sandbox: Sandbox, user: WechatUser, appid: string, templateId: string): void {
  pushWechatEvent(sandbox, appid, user.openids[appid] ?? '', 'subscribe_msg_change_event', {
    SubscribeMsgChangeEvent: { List: { TemplateId: templateId, SubscribeStatusString: 'reject' } },
  })
}

/** A message was delivered. The answer to its sending carried no id to match it by. */
export function pushSent(sandbox: Sandbox, user: WechatUser, appid: string, templateId: string): void {
  const row = {
    TemplateId: templateId,
    MsgID: String(parseInt(sandbox.ids.next('subscribe-message', 9), 36)),
    ErrorCode: '0',
    ErrorStatus: 'success',
  }
  pushWechatEvent(sandbox, appid, user.openids[appid] ?? '', 'subscribe_msg_sent_event', {
    SubscribeMsgSentEvent: { List: row },
  })
}

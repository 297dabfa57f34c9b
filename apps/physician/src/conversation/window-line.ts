import type { ConversationPage } from '@suixing/contracts'
import { momentText } from '../time/moment-text'

/** Where words written now would go, and the line over the field that says it. */
export interface WindowLine {
  readonly tone: 'open' | 'fallback' | 'held'
  readonly text: string
  /** What can be said now: a message to the patient, or only a note to colleagues. */
  readonly takes: 'message' | 'note'
}

type Seen = Pick<ConversationPage, 'client' | 'subscribeCredits' | 'now'> & {
  readonly conversation: Pick<NonNullable<ConversationPage['conversation']>, 'window' | 'patient'>
}

/**
 * What the kf window allows now: 48 hours after the patient's last message, four messages of the five (WeCom 94677), none
 * while somebody holds the session in the WeCom client. Without a window the words go to the mini-program's chat.
 */
export const windowLine = ({ conversation, client, subscribeCredits, now }: Seen): WindowLine => {
  const { window, patient } = conversation
  if (client) return { tone: 'held', text: `${client.name} 正在企业微信里接待，这里可写内部备注`, takes: 'note' }
  if (window.open && window.left > 0) {
    const until = window.closesAt === null ? '' : ` · 到 ${momentText(window.closesAt, now)}`
    return { tone: 'open', text: `微信客服 还可发 ${window.left} 条${until}`, takes: 'message' }
  }
  const why = window.open
    ? '微信客服这轮已发满'
    : window.closesAt === null
      ? '患者还没用过微信客服'
      : '微信客服已不能发送'
  if (patient === null) return { tone: 'held', text: `${why}，等对方再来消息`, takes: 'note' }
  const told = subscribeCredits > 0 ? '并用订阅消息通知患者' : '没有订阅通知，患者打开才看到'
  return { tone: 'fallback', text: `${why}，会发到小程序聊天，${told}`, takes: 'message' }
}

import type { ConversationPage } from '@suixing/contracts'
import { nearWords } from '../time/time-words'

/** What stands under the composer: how a message would reach the patient now, or why none may be sent. */
export interface SendLine {
  readonly tone: 'ok' | 'warn' | 'note' | 'blocked'
  readonly words: string
}
export type ComposerMode = 'reply' | 'note'

type Sendable = Pick<ConversationPage, 'client' | 'subscribeCredits' | 'now'> & {
  readonly window: NonNullable<ConversationPage['conversation']>['window']
}

const told = (credits: number): string =>
  credits > 0 ? '会用一次订阅消息提醒患者' : '患者没有可用的订阅提醒，打开小程序才看得到'

/** The channel, how many messages the kf window still takes and until when; a closed or used-up window goes to the mini-program chat. */
export function sendLine({ window, client, subscribeCredits, now }: Sendable, mode: ComposerMode): SendLine {
  if (mode === 'note') return { tone: 'note', words: '内部备注 · 只有团队看得到，患者和家属都看不到' }
  if (client)
    return {
      tone: 'blocked',
      words: `${client.name} 正在企业微信客户端里接待，会话结束之前请在那里回；这里可以写内部备注`,
    }
  if (window.open && window.left > 0)
    return {
      tone: 'ok',
      words: `发到微信客服 · 还可发 ${window.left} 条${window.closesAt ? ` · 到 ${nearWords(window.closesAt, now)}` : ''}`,
    }
  const why = window.open ? '客服窗口的条数用完了' : '客服窗口已关'
  return { tone: 'warn', words: `${why} · 会发到小程序对话 · ${told(subscribeCredits)}` }
}

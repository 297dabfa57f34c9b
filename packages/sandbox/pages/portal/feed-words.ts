import type { ViewedEvent } from '../sandbox/views'
import { howLong } from '../sandbox/clock-face'
import { saidBy } from '../wechat/said-by'
import { faultSwitches } from './fault-switches'

/** A feed entry as the portal shows it. `tone`: the product or a person acted; traffic in between; something went wrong. */
export interface FeedWords {
  title: string
  detail: string
  tone: 'act' | 'traffic' | 'trouble'
}

const events: Record<string, string> = {
  add_external_contact: '新增好友',
  add_half_external_contact: '好友申请',
  edit_external_contact: '修改客户',
  del_follow_user: '被患者删除',
  del_external_contact: '删除客户',
  kf_msg_or_event: '客服消息',
  change_external_tag: '标签变化',
  template_card_event: '点了卡片',
  template_card_menu_event: '点了卡片的菜单',
  subscribe_msg_popup_event: '订阅消息的回答',
  subscribe_msg_change_event: '关掉订阅消息',
  subscribe_msg_sent_event: '订阅消息送达',
}
const trouble = [
  'callback.dropped',
  'callback.failed',
  'callback.givenUp',
  'api.refused',
  'kf.failed',
  'card.replyRefused',
  'friend.left',
]
const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ')

/**
 * Words for one entry: the sandbox's own sentence, with the latency and what else is worth a second line.
 * `textOf` finds what a kf message says, to tell who signed it; null when it is not on a phone shown here.
 */
export function feedWords(entry: ViewedEvent, textOf: (messageId: string) => string | null): FeedWords {
  const tone = trouble.includes(entry.kind) ? 'trouble' : entry.kind.startsWith('callback.') ? 'traffic' : 'act'
  const took = entry.latencyMs === null ? '' : howLong(entry.latencyMs)
  const of = (key: string): string => (typeof entry.detail[key] === 'string' ? entry.detail[key] : '')
  const event = events[of('event')] ?? of('event')
  switch (entry.kind) {
    case 'callback.queued':
      return { title: '微信发出回调', detail: event, tone }
    case 'callback.acked':
      return { title: '产品收下回调', detail: join(event, took), tone }
    case 'callback.dropped':
      return { title: '回调被丢掉了', detail: join(event, '产品要自己拉回来'), tone }
    case 'callback.failed':
      return { title: '回调没送到，稍后重试', detail: event, tone }
    case 'callback.givenUp':
      return { title: '回调三次没送到，不再推', detail: event, tone }
    case 'api.refused':
      return { title: entry.sentence, detail: of('errmsg'), tone }
    case 'tag.marked':
      return { title: entry.sentence, detail: join('写到企业微信', took), tone }
    case 'kf.delivered': {
      const by = saidBy(textOf(of('messageId')) ?? '')
      if (by.kind === 'assistant') return { title: '智能助手回到了患者微信', detail: took, tone }
      if (by.kind === 'person') return { title: '回复到了患者微信', detail: join(`署名 ${by.name}`, took), tone }
      return { title: entry.sentence, detail: took, tone }
    }
    case 'fault': {
      const title = faultSwitches.find((knob) => knob.name === of('name'))?.title ?? of('name')
      return {
        title: entry.detail['value'] === null ? `关掉了「${title}」` : `打开了「${title}」`,
        detail: '捣乱开关',
        tone,
      }
    }
    default:
      return { title: entry.sentence, detail: took, tone }
  }
}

/** Leaves out the sending of a callback once its acceptance is there to tell both. */
export function feedShown(entries: readonly ViewedEvent[]): ViewedEvent[] {
  const acked = new Set(entries.flatMap((entry) => (entry.kind === 'callback.acked' ? [entry.detail['id']] : [])))
  return entries.filter((entry) => entry.kind !== 'callback.queued' || !acked.has(entry.detail['id']))
}

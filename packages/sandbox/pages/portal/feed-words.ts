import type { ViewedEvent } from '../sandbox/views'
import { howLong } from '../sandbox/clock-face'

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
}
const trouble = ['callback.dropped', 'callback.failed', 'callback.givenUp', 'api.refused', 'kf.failed', 'friend.left']

/** Words for one entry: the sandbox's own sentence, with the latency and what else is worth a second line. */
export function feedWords(entry: ViewedEvent): FeedWords {
  const tone = trouble.includes(entry.kind) ? 'trouble' : entry.kind.startsWith('callback.') ? 'traffic' : 'act'
  const took = entry.latencyMs === null ? '' : howLong(entry.latencyMs)
  const event =
    typeof entry.detail['event'] === 'string' ? (events[entry.detail['event']] ?? entry.detail['event']) : ''
  const detail = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ')
  switch (entry.kind) {
    case 'callback.queued':
      return { title: '微信发出回调', detail: event, tone }
    case 'callback.acked':
      return { title: '产品收下回调', detail: detail(event, took), tone }
    case 'callback.dropped':
      return { title: '回调被丢掉了', detail: detail(event, '产品要自己拉回来'), tone }
    case 'callback.failed':
      return { title: '回调没送到，稍后重试', detail: event, tone }
    case 'callback.givenUp':
      return { title: '回调三次没送到，不再推', detail: event, tone }
    case 'api.refused':
      return { title: entry.sentence, detail: String(entry.detail['errmsg'] ?? ''), tone }
    case 'tag.marked':
      return { title: entry.sentence, detail: detail('写到企业微信', took), tone }
    default:
      return { title: entry.sentence, detail: took, tone }
  }
}

import type { MessageView } from '@suixing/contracts'
import type { TimelineEntry } from './timeline-entry'

const quoted = (text: string) => `“${text}”`

/** Whether a patient's words ask for something; decides only the heading, never who answers. */
const asks = (text: string) => /[?？吗呢]|怎么|为什么|多少|几|能不能|可不可以|要不要|什么/.test(text)

const fates: Record<Exclude<MessageView['state'], 'received' | 'failed'>, NonNullable<TimelineEntry['fate']>> = {
  sending: { text: '正在发送', tone: 'quiet' },
  sent: { text: '已送达', tone: 'ok' },
}
const fateOf = ({ state, failure }: MessageView): Pick<TimelineEntry, 'fate'> => {
  if (state === 'received') return {}
  if (state === 'failed') return { fate: { text: failure ? `没发成 · ${failure.zh}` : '没发成', tone: 'urgent' } }
  return { fate: fates[state] }
}

/** A message in words: who spoke, what they said, how it fared. `me` is the staff id of who reads. */
export const messageEntry = (message: MessageView, me: string): Omit<TimelineEntry, 'id' | 'at'> => {
  const detail = message.recalledAt ? '已撤回' : quoted(message.text)
  const { author } = message
  if (message.channel === 'note')
    return { icon: 'note', disc: 'warn', what: `内部备注${author.kind === 'staff' ? ` · ${author.name}` : ''}`, detail }
  switch (author.kind) {
    case 'patient':
      return { icon: 'message', disc: 'kin', what: asks(message.text) ? '患者提问' : '患者来信', detail }
    case 'family':
      return { icon: 'message', disc: 'kin', what: `家人来信 · ${author.relation} ${author.name}`, detail }
    case 'assistant':
      return { icon: 'spark', disc: 'brand', what: '智能助手 回答', detail, ...fateOf(message) }
    case 'staff':
      return {
        icon: 'send',
        disc: 'brand',
        what: author.staffId === me ? '您回复了' : `${author.name} ${author.title} 回复了`,
        detail,
        ...fateOf(message),
      }
    case 'system':
      return {
        icon: 'bell',
        disc: 'plain',
        what: message.touchpointId ? '随访消息' : '通知',
        detail,
        ...fateOf(message),
      }
  }
}

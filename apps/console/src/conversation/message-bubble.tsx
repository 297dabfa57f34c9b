import type { MessageView } from '@suixing/contracts'
import { Sparkles } from 'lucide-react'
import { nearWords } from '../time/time-words'

const channels: Record<MessageView['channel'], string> = { kf: '微信客服', miniChat: '小程序对话', contact: '好友聊天' }
const states: Record<MessageView['state'], string> = {
  sending: '正在发',
  sent: '已发出',
  failed: '没发成',
  received: '',
}

const nameOf = ({ author }: MessageView): string => {
  switch (author.kind) {
    case 'assistant':
      return '智能助手'
    case 'staff':
      return `${author.name} ${author.title}`
    case 'system':
      return '系统'
    case 'patient':
      return ''
  }
}

/** One message: who speaks, what, when, by which channel; a failed one says why. */
export function MessageBubble({ message, now, timeZone }: { message: MessageView; now: string; timeZone: string }) {
  const { author, text, state, failure, faq } = message
  const name = nameOf(message)
  return (
    <li className={`bubble-row ${author.kind}`}>
      <div className={`bubble ${author.kind}`}>
        {name ? (
          <div className="bubble-name row gap4">
            {author.kind === 'assistant' ? <Sparkles size={12} strokeWidth={1.9} /> : null}
            {name}
          </div>
        ) : null}
        {text}
      </div>
      <div className="bubble-foot">
        {nearWords(message.at, now, timeZone)} · {channels[message.channel]}
        {states[state] ? (
          <>
            {' · '}
            <span className={state === 'failed' ? 'ink-urgent' : ''}>
              {state === 'failed' ? `没发成：${failure?.zh ?? '没有说明原因'}` : states[state]}
            </span>
          </>
        ) : null}
        {faq ? ` · 问答「${faq.question}」第 ${faq.version} 版` : ''}
        {message.touchpointId ? ' · 来自随访触点' : ''}
      </div>
    </li>
  )
}

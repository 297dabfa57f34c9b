import type { MessageView } from '@suixing/contracts'
import { NotebookPen, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { authorWords } from './author-words'
import { messageChannelWords } from './channel-words'
import { failureAdvice } from './failure-advice'
import { MessageBody } from './message-body'

const stateWords: Record<MessageView['state'], string> = {
  sending: '正在发',
  sent: '已发出',
  failed: '没发成',
  received: '',
}

const bare = ({ content, recalledAt }: MessageView): boolean =>
  recalledAt === undefined && content !== undefined && 'media' in content && content.media.state === 'stored'

const side = ({ author, channel }: MessageView): string =>
  channel === 'note' ? 'note' : author.kind === 'family' ? 'patient family' : author.kind

/** One message: who speaks in which role, what, when, by which channel; a failed one says why and what to do. `more` stands under it. */
export function MessageBubble({
  message,
  when,
  marked = '',
  next = failureAdvice(message.failure?.code).next,
  more,
}: {
  message: MessageView
  when: string
  marked?: string
  next?: string | null
  more?: ReactNode
}) {
  const { author, state, failure, faq, channel } = message
  const name = authorWords(author)
  const recalled = message.recalledAt !== undefined
  return (
    <li className={`bubble-row ${side(message)} ${marked}`} id={`message-${message.id}`}>
      <div className={`bubble ${side(message)} ${recalled ? 'recalled' : ''} ${bare(message) ? 'bare' : ''}`}>
        {name ? (
          <div className="bubble-name row gap4">
            {author.kind === 'assistant' ? <Sparkles size={12} strokeWidth={1.9} /> : null}
            {channel === 'note' ? <NotebookPen size={12} strokeWidth={1.9} /> : null}
            {name}
            {channel === 'note' ? ' · 内部备注' : ''}
          </div>
        ) : null}
        {recalled ? '这条消息已撤回' : <MessageBody message={message} />}
      </div>
      <div className="bubble-foot">
        {when} · {messageChannelWords[channel]}
        {state === 'failed' ? (
          <>
            {' · '}
            <span className="ink-urgent">没发成：{failure?.zh ?? '没有说明原因'}</span>
          </>
        ) : stateWords[state] && channel !== 'note' ? (
          ` · ${stateWords[state]}`
        ) : null}
        {message.touchpointId ? ' · 来自随访触点' : ''}
        {faq ? (
          <div>
            问答「{faq.question}」第 {faq.version} 版
          </div>
        ) : null}
        {state === 'failed' ? <div className="ink-2">{next}</div> : null}
        {more}
      </div>
    </li>
  )
}

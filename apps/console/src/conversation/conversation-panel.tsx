import type { ConsolePatientPage } from '@suixing/contracts'
import { ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import { EmptyState } from '../states/empty-state'
import { nearWords } from '../time/time-words'
import { conversationLook } from './conversation-words'
import { MessageBubble } from './message-bubble'

/** What was said, oldest first, standing at the newest; who answers next, what the kf window still allows, and the way to answer. */
export function ConversationPanel({ patient }: { patient: ConsolePatientPage }) {
  const { conversation, now, timeZone } = patient
  const messages = [...patient.messages].sort((a, b) => a.at.localeCompare(b.at))
  const list = useRef<HTMLOListElement>(null)
  const newest = messages.at(-1)?.id
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
  }, [newest])
  return (
    <section className="panel" aria-label="对话" id="conversation">
      <div className="panel-head">
        <h3>对话</h3>
        {conversation ? (
          <>
            <span className={`tag ${conversationLook[conversation.state].tone}`}>
              {conversationLook[conversation.state].word}
            </span>
            <span className="end caption">
              {conversation.window.open
                ? `客服窗口开着 · 还可发 ${conversation.window.left} 条${conversation.window.closesAt ? ` · ${nearWords(conversation.window.closesAt, now, timeZone)} 关` : ''}`
                : '客服窗口已关，患者再发一条就会打开'}
            </span>
            <Link to={`/conversations/${conversation.id}?filter=all`} className="plain-button second">
              打开对话
              <ChevronRight size={14} strokeWidth={1.7} />
            </Link>
          </>
        ) : null}
      </div>
      {messages.length === 0 ? (
        <EmptyState title="还没有说过话" detail="患者在微信客服或小程序里说的话，会出现在这里。" />
      ) : (
        <ol ref={list} className="messages">
          {messages.map((message) => (
            <MessageBubble key={message.id} message={message} when={nearWords(message.at, now, timeZone)} />
          ))}
        </ol>
      )}
    </section>
  )
}

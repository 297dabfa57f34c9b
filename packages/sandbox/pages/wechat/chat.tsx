import { Fragment } from 'react'
import { ChevronLeft, Ellipsis } from 'lucide-react'
import type { ChatView, ViewedMessage } from '../sandbox/views'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'
import type { Attachment } from './attach-panel'
import { canRecall, faceBeside, timeAbove } from './chat-words'
import { Composer } from './composer'
import { Message } from './message'
import { useNewest } from './use-newest'

/** A card that the mini-program offers to send here (`showMessageCard`). */
export interface OfferedCard {
  title: string
  onSend: () => void
  onDrop: () => void
}

/** One chat: with a member, with the assistant, or the service notices. */
export function Chat(props: {
  chat: ChatView
  now: At
  patientName: string
  appName: (appid: string) => string
  onBack: () => void
  onSend: (text: string) => Promise<boolean>
  /** Sends what + offers; absent where only words go. */
  onAttach?: ((what: Attachment) => Promise<boolean>) | undefined
  onTap: (message: ViewedMessage, index: number) => void
  onPreview: (url: string) => void
  onRecall?: ((message: ViewedMessage) => void) | undefined
  offered?: OfferedCard | undefined
}) {
  const { chat, onRecall, offered } = props
  const now = new Date(props.now).getTime()
  const body = useNewest(`${chat.id} ${chat.messages.length}`)
  return (
    <>
      <div className="page-nav">
        <button type="button" className="back" aria-label="返回" data-testid="chat-back" onClick={props.onBack}>
          <ChevronLeft size={26} aria-hidden="true" />
        </button>
        <span data-testid="chat-title">
          {chat.title}
          {chat.kind === 'staff' && chat.corpName ? <small>@{chat.corpName}</small> : null}
        </span>
        <Ellipsis className="more-dots" size={24} aria-hidden="true" style={{ position: 'absolute', right: 16 }} />
      </div>
      <div className="phone-strip" data-testid="sandbox-strip">
        沙箱微信 · 消息不会发到真实微信
      </div>
      <div
        ref={body}
        className="page-body"
        data-testid="chat"
        data-kind={chat.kind}
        role="log"
        aria-live="polite"
        tabIndex={0}
      >
        <div className="chat-body">
          {chat.messages.map((message, index) => (
            <Fragment key={message.id}>
              {timeAbove(message, chat.messages[index - 1]) ? (
                <div className="chat-time">{shortTime(message.at, props.now)}</div>
              ) : null}
              <Message
                message={message}
                viewer="patient"
                face={faceBeside(message, chat, props.patientName)}
                appName={'appid' in message.content ? props.appName(message.content.appid) : ''}
                onTap={(part) => props.onTap(message, part)}
                onPreview={props.onPreview}
                onRecall={onRecall && canRecall(message, now) ? () => onRecall(message) : undefined}
              />
            </Fragment>
          ))}
        </div>
      </div>
      {offered ? (
        <div className="offered-card" data-testid="offered-card">
          <p>发送「{offered.title}」</p>
          <button type="button" onClick={offered.onDrop}>
            不用
          </button>
          <button type="button" data-testid="offered-send" onClick={offered.onSend}>
            发送
          </button>
        </div>
      ) : null}
      {chat.open ? <Composer key={chat.id} to={chat.title} onSend={props.onSend} onAttach={props.onAttach} /> : null}
    </>
  )
}

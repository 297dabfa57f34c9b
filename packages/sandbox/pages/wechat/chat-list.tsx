import { MessageCircle, AppWindow, ScanLine } from 'lucide-react'
import type { ChatView } from '../sandbox/views'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'
import { Face } from './face'
import { faceOf, lastLine } from './chat-words'

/** The first page of WeChat: the chats, newest first, and three ways on. */
export function ChatList(props: {
  chats: ChatView[]
  now: At
  loading: boolean
  onOpen: (chatId: string) => void
  onScan: () => void
  onMiniProgram: () => void
}) {
  return (
    <>
      <div className="page-nav">微信</div>
      <div className="phone-strip" data-testid="sandbox-strip">
        沙箱微信 · 消息不会发到真实微信
      </div>
      <div className="page-body" style={{ background: '#fff' }}>
        {props.loading ? (
          <ul aria-busy="true" aria-label="正在读取聊天">
            {[1, 2, 3].map((n) => (
              <li key={n} className="skeleton" style={{ height: 56, margin: '12px 16px' }} />
            ))}
          </ul>
        ) : props.chats.length === 0 ? (
          <p className="page-empty" data-testid="chats-empty">
            还没有聊天。
            <br />
            扫医生的联系码，就会多出一位。
          </p>
        ) : (
          <ul className="chats">
            {props.chats.map((chat) => (
              <li key={chat.id}>
                <button
                  type="button"
                  data-testid="chat-row"
                  data-chat={chat.id}
                  data-kind={chat.kind}
                  onClick={() => props.onOpen(chat.id)}
                >
                  <Face of={faceOf(chat)} unread={chat.unread} />
                  <span className="lines">
                    <span>
                      <b>{chat.title}</b>
                      {chat.kind === 'staff' && chat.corpName ? <small>@{chat.corpName}</small> : null}
                      {chat.lastAt ? <time>{shortTime(chat.lastAt, props.now)}</time> : null}
                    </span>
                    <p>{lastLine(chat)}</p>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <nav className="wechat-tabs" aria-label="微信">
        <button type="button" aria-current="page" data-testid="tab-chats">
          <MessageCircle size={24} strokeWidth={1.7} aria-hidden="true" />
          微信
        </button>
        <button type="button" data-testid="tab-scan" onClick={props.onScan}>
          <ScanLine size={24} strokeWidth={1.7} aria-hidden="true" />
          扫一扫
        </button>
        <button type="button" data-testid="tab-mini-program" onClick={props.onMiniProgram}>
          <AppWindow size={24} strokeWidth={1.7} aria-hidden="true" />
          小程序
        </button>
      </nav>
    </>
  )
}

import { Fragment, useState } from 'react'
import { ChevronLeft, X } from 'lucide-react'
import type { DeskSession, KfDesk } from '../../src/view/kf-desk'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'
import type { ViewedMessage } from '../sandbox/views'
import type { Attachment } from '../wechat/attach-panel'
import { recallWithinMs, timeAbove } from '../wechat/chat-words'
import { Composer } from '../wechat/composer'
import { Message } from '../wechat/message'
import { useNewest } from '../wechat/use-newest'
import './kf-desk.css'

/** What a servicer may do with a session; each answers whether it worked. */
export interface SessionActs {
  say(what: Attachment): Promise<boolean>
  recall(messageId: string): Promise<boolean>
  transfer(to: string): Promise<boolean>
  end(): Promise<boolean>
  reopen(): Promise<boolean>
  take(): Promise<boolean>
  reject(rejects: boolean): Promise<boolean>
}

/** One session in the WeCom client: the chat from the servicer's side, and what can be done with it. */
export function KfSession(props: {
  desk: KfDesk
  session: DeskSession
  userid: string
  now: At
  acts: SessionActs
  onPreview: (url: string) => void
  onBack: () => void
}) {
  const { desk, session, acts } = props
  const [choosing, setChoosing] = useState(false)
  const body = useNewest(`${session.user} ${session.messages.length}`)
  const now = new Date(props.now).getTime()
  const ownAndNew = (message: ViewedMessage): boolean =>
    message.servicer === props.userid && message.content.type !== 'recalled' && now - message.at <= recallWithinMs
  return (
    <>
      <div className="page-nav">
        <button type="button" className="back" aria-label="返回" data-testid="kf-back" onClick={props.onBack}>
          <ChevronLeft size={26} aria-hidden="true" />
        </button>
        <span data-testid="kf-title">
          {session.name}
          <small>@微信</small>
        </span>
      </div>
      <div className="phone-strip" data-testid="sandbox-strip">
        沙箱企业微信 · {desk.name}
      </div>
      <div ref={body} className="page-body" data-testid="kf-chat" role="log" aria-live="polite" tabIndex={0}>
        <div className="chat-body">
          {session.messages.map((message, index) => (
            <Fragment key={message.id}>
              {timeAbove(message, session.messages[index - 1]) ? (
                <div className="chat-time">{shortTime(message.at, props.now)}</div>
              ) : null}
              <Message
                message={message}
                viewer="corp"
                face={
                  message.from === 'patient'
                    ? { kind: 'patient', name: session.name }
                    : message.servicer === undefined
                      ? { kind: 'assistant' }
                      : { kind: 'person', name: message.by }
                }
                appName="随行"
                onTap={() => {}}
                onPreview={props.onPreview}
                onRecall={ownAndNew(message) ? () => void acts.recall(message.id) : undefined}
              />
            </Fragment>
          ))}
        </div>
      </div>
      {session.place === 'mine' ? (
        <>
          <div className="kf-acts">
            <button type="button" data-testid="kf-transfer" onClick={() => setChoosing(true)}>
              转接
            </button>
            <button type="button" data-testid="kf-end" onClick={() => void acts.end()}>
              结束
            </button>
            <button
              type="button"
              data-testid="kf-reject"
              aria-pressed={session.rejecting}
              onClick={() => void acts.reject(!session.rejecting)}
            >
              {session.rejecting ? '恢复接收' : '拒收消息'}
            </button>
          </div>
          <Composer
            to={session.name}
            onSend={(text) => acts.say({ msgtype: 'text', text })}
            onAttach={(what) => acts.say(what)}
          />
        </>
      ) : (
        <Closed session={session} receiving={desk.receiving} acts={acts} />
      )}
      {choosing ? (
        <Colleagues
          desk={desk}
          onClose={() => setChoosing(false)}
          onChoose={(to) => {
            setChoosing(false)
            void acts.transfer(to)
          }}
        />
      ) : null}
    </>
  )
}

function Closed(props: { session: DeskSession; receiving: boolean; acts: SessionActs }) {
  const { session, acts } = props
  if (session.place === 'waiting')
    return (
      <div className="kf-closed">
        <button type="button" disabled={!props.receiving} data-testid="kf-take" onClick={() => void acts.take()}>
          接入这位客户
        </button>
      </div>
    )
  return (
    <div className="kf-closed">
      {session.with === null ? '会话已结束' : `${session.with}正在接待`}
      {session.canReopen ? (
        <button type="button" data-testid="kf-reopen" onClick={() => void acts.reopen()}>
          重新接入
        </button>
      ) : (
        '，客户 48 小时没有说话，不能再写'
      )}
    </div>
  )
}

function Colleagues(props: { desk: KfDesk; onChoose: (userid: string) => void; onClose: () => void }) {
  return (
    <div
      className="sheet-shade"
      data-testid="kf-colleagues"
      onKeyDown={(event) => (event.key === 'Escape' ? props.onClose() : undefined)}
    >
      <div
        className="sheet colleagues"
        role="dialog"
        aria-modal="true"
        aria-label="转接给"
        style={{ position: 'relative' }}
      >
        <h2>转接给</h2>
        <button type="button" className="sheet-close" aria-label="关闭" autoFocus onClick={props.onClose}>
          <X size={22} aria-hidden="true" />
        </button>
        {props.desk.colleagues.map((one) => (
          <button
            key={one.userid}
            type="button"
            disabled={!one.receiving}
            data-testid="kf-colleague"
            onClick={() => props.onChoose(one.userid)}
          >
            {one.name}
            <small>{one.receiving ? '正在接待' : '停止接待'}</small>
          </button>
        ))}
      </div>
    </div>
  )
}

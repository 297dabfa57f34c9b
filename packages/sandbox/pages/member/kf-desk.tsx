import type { DeskSession, KfDesk as Desk } from '../../src/view/kf-desk'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'
import { lastLineOf } from '../wechat/chat-words'
import './kf-desk.css'

const places = [
  { place: 'waiting', title: '待接入', none: '没有人在等' },
  { place: 'mine', title: '正在接待', none: '没有正在接待的客户' },
  { place: 'past', title: '已结束或已转接', none: '' },
] as const

/** The servicer's desk of a kf account: receiving or not, who waits, and the sessions. */
export function KfDesk(props: {
  desk: Desk
  now: At
  onReceive: (receiving: 'on' | 'paused' | 'stopped') => void
  onTake: (session: DeskSession) => void
  onOpen: (session: DeskSession) => void
}) {
  const { desk, now } = props
  return (
    <section className="kf-desk" data-testid="kf-desk" data-account={desk.openKfid}>
      <header>
        <b>{desk.name}</b>
        <span data-testid="kf-receiving">{desk.receiving ? '正在接待' : desk.paused ? '暂时挂起' : '停止接待'}</span>
        {desk.receiving ? (
          <>
            <button type="button" data-testid="kf-pause" onClick={() => props.onReceive('paused')}>
              挂起
            </button>
            <button type="button" data-testid="kf-stop" onClick={() => props.onReceive('stopped')}>
              停止
            </button>
          </>
        ) : (
          <button type="button" data-testid="kf-start" onClick={() => props.onReceive('on')}>
            开始接待
          </button>
        )}
      </header>
      {places.map(({ place, title, none }) => {
        const sessions = desk.sessions.filter((session) => session.place === place)
        if (sessions.length === 0 && none === '') return null
        return (
          <div key={place}>
            <h3>
              {title}
              {sessions.length > 0 ? ` ${sessions.length}` : ''}
            </h3>
            {sessions.length === 0 ? <p className="none">{none}</p> : null}
            <ul>
              {sessions.map((session) => (
                <li key={session.user} data-testid="kf-session" data-place={place}>
                  <button type="button" className="open" data-testid="kf-open" onClick={() => props.onOpen(session)}>
                    <span className="face patient" aria-hidden="true">
                      {session.name.slice(0, 1)}
                    </span>
                    <span className="lines">
                      <b>
                        {session.name}
                        <small>@微信</small>
                      </b>
                      <time>{shortTime(session.since, now)}</time>
                      <span>
                        {place === 'past' && session.with !== null
                          ? `${session.with}正在接待`
                          : lastLineOf(session.messages.at(-1), 'corp')}
                      </span>
                    </span>
                  </button>
                  {place === 'waiting' ? (
                    <button
                      type="button"
                      className="take"
                      disabled={!desk.receiving}
                      data-testid="kf-take"
                      onClick={() => props.onTake(session)}
                    >
                      接入
                    </button>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

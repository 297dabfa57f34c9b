import type { ViewedEvent } from '../sandbox/views'
import { shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'
import { feedShown, feedWords } from './feed-words'

/** 「发生了什么」: the sandbox's feed, newest first. */
export function Feed(props: {
  entries: readonly ViewedEvent[] | null
  textOf: (messageId: string) => string | null
  now: At | null
  live: boolean
}) {
  const { entries } = props
  return (
    <section className="panel feed" aria-label="发生了什么" data-testid="feed">
      <header>
        <h3>发生了什么</h3>
        <span className={props.live ? 'live' : 'live off'} role="status">
          {props.live ? '实时' : '断开，正在重试'}
        </span>
      </header>
      <ol aria-live="polite" tabIndex={0}>
        {entries === null
          ? [1, 2, 3, 4].map((n) => <li key={n} className="skeleton" style={{ height: 44, margin: '8px 0' }} />)
          : entries.length === 0 && <li className="quiet">还没有事情发生。从左边第一步走起。</li>}
        {feedShown(entries ?? [])
          .reverse()
          .map((entry) => {
            const words = feedWords(entry, props.textOf)
            return (
              <li key={entry.version} data-testid="feed-entry" data-kind={entry.kind}>
                <i className={words.tone} aria-hidden="true" />
                <div>
                  <p>{words.title}</p>
                  {words.detail ? <small>{words.detail}</small> : null}
                </div>
                <time>{shortTime(entry.at, props.now ?? entry.at)}</time>
              </li>
            )
          })}
      </ol>
    </section>
  )
}

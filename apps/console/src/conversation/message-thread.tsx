import type { MessageView } from '@suixing/contracts'
import { Button } from 'antd'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { dayWords, timeWords } from '../time/time-words'
import { wallClock } from '../time/wall-clock'
import { byDay } from './by-day'
import { failureAdvice } from './failure-advice'
import { MessageBubble } from './message-bubble'

const nearPx = 80

/** What was said, by day, oldest first. Stays at the newest unless somebody scrolled back; what is paged in above moves nothing. */
export function MessageThread({
  messages,
  marked,
  earlier,
  reading,
  sending,
  onEarlier,
  onAgain,
  children,
}: {
  messages: readonly MessageView[]
  /** A message that was searched for. */
  marked: string | null
  earlier: string | null
  reading: boolean
  /** How many messages are on their way: one more of them brings the end into view. */
  sending: number
  onEarlier: () => void
  onAgain: (text: string) => void
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const height = useRef(0)
  const top = useRef(0)
  const oldest = useRef(messages[0]?.id)
  const onTheirWay = useRef(sending)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (sending > onTheirWay.current) atEnd.current = true
    onTheirWay.current = sending
    if (atEnd.current) element.scrollTop = element.scrollHeight
    else if (oldest.current !== messages[0]?.id) element.scrollTop += element.scrollHeight - height.current
    oldest.current = messages[0]?.id
    height.current = element.scrollHeight
  })
  // Pictures get their height when they arrive: who stood at the end still does.
  useLayoutEffect(() => {
    const element = box.current
    if (!element?.firstElementChild) return
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
      height.current = element.scrollHeight
    })
    observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  const here = marked !== null && messages.some(({ id }) => id === marked)
  useLayoutEffect(() => {
    if (!here) return
    atEnd.current = false
    document.getElementById(`message-${marked}`)?.scrollIntoView?.({ block: 'center' })
  }, [here, marked])
  return (
    <div
      ref={box}
      className="thread"
      role="log"
      aria-label="对话内容"
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        // Only who scrolls up leaves the end: a picture that arrives moves the end away from under one.
        if (scrollHeight - scrollTop - clientHeight < nearPx) atEnd.current = true
        else if (scrollTop < top.current) atEnd.current = false
        top.current = scrollTop
      }}
    >
      <div>
        {earlier ? (
          <div className="center">
            <Button size="small" loading={reading} onClick={onEarlier}>
              更早的消息
            </Button>
          </div>
        ) : null}
        {byDay(messages).map(({ day, at, said }) => (
          <section key={day}>
            <div className="day-line">
              <span>
                {dayWords(at)} {wallClock(at).weekday}
              </span>
            </div>
            <ol>
              {said.map((message) => (
                <MessageBubble
                  key={message.id}
                  message={message}
                  when={timeWords(message.at)}
                  marked={message.id === marked ? 'marked' : ''}
                  more={
                    message.state === 'failed' &&
                    !message.content &&
                    failureAdvice(message.failure?.code).again === 'helps' ? (
                      <Button size="small" style={{ marginTop: 4 }} onClick={() => onAgain(message.text)}>
                        再发一次
                      </Button>
                    ) : null
                  }
                />
              ))}
            </ol>
          </section>
        ))}
        {children}
      </div>
    </div>
  )
}

import { useEffect, useRef, useState } from 'react'
import { Capsule } from '../phone/frame'
import { answerBridge } from './bridge'
import type { Phone } from './bridge'
import { framedApp } from './framed-app'
import type { FramedWindow } from './framed-app'
import { watchRequests } from './watch-requests'
import type { AnsweredRequest } from './watch-requests'

const retryMs = 3_000

/** What came in the frame: nothing yet, the app, or an error page. */
type Came = { state: 'loading' | 'broken' } | { state: 'app'; app: FramedWindow }

/**
 * The h5 build of a mini-program in a phone: the frame, the capsule above it, and the bridge that gives it its `wx`.
 * Hidden it goes on running; the app hears `show` and `hide`. One that did not load is tried again every 3 s.
 */
export function MiniProgram(props: {
  address: string
  name: string
  shown: boolean
  phone: Phone
  onClose: () => void
  onAnswered?: (request: AnsweredRequest) => void
}) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [came, setCame] = useState<Came>({ state: 'loading' })
  const [attempt, setAttempt] = useState(1)
  const phone = useRef(props.phone)
  const told = useRef(props.onAnswered)
  useEffect(() => {
    phone.current = props.phone
    told.current = props.onAnswered
  })

  useEffect(() => {
    const listen = (event: MessageEvent): void => {
      const app = frame.current?.contentWindow
      if (!app || event.source !== app || event.origin !== location.origin) return
      void answerBridge(phone.current, event.data).then((answer) => {
        if (answer) app.postMessage(answer, location.origin)
      })
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }, [])

  useEffect(() => {
    if (came.state === 'app') return watchRequests(came.app, (request) => told.current?.(request))
    if (came.state === 'loading') return undefined
    const again = setTimeout(() => setAttempt((old) => old + 1), retryMs)
    return () => clearTimeout(again)
  }, [came])

  useEffect(() => {
    if (came.state !== 'app') return
    came.app.postMessage({ bridge: 'suixing-phone', event: props.shown ? 'show' : 'hide' }, location.origin)
  }, [came, props.shown])

  return (
    <div className="mini-program" hidden={!props.shown} data-testid="mini-program" data-state={came.state}>
      <iframe
        key={attempt}
        ref={frame}
        src={props.address}
        title={props.name}
        hidden={came.state === 'broken'}
        onLoad={({ currentTarget }) => {
          const app = framedApp(currentTarget)
          setCame(app ? { state: 'app', app } : { state: 'broken' })
        }}
        data-testid="mini-program-frame"
      />
      {came.state === 'broken' ? (
        <p className="page-empty" role="status" data-testid="mini-program-broken">
          「{props.name}」这次没有打开，正在重试。
          <br />
          还不行，请看终端里产品有没有启动。
        </p>
      ) : null}
      <Capsule onClose={props.onClose} />
    </div>
  )
}

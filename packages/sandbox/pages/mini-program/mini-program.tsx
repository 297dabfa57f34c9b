import { useEffect, useRef, useState } from 'react'
import { Capsule } from '../phone/frame'
import { answerBridge } from './bridge'
import type { Phone } from './bridge'
import { watchRequests } from './watch-requests'
import type { AnsweredRequest } from './watch-requests'

/**
 * The h5 build of a mini-program in a phone: the frame, the capsule above it, and the bridge that gives it its `wx`.
 * Hidden it goes on running; the app hears `show` and `hide`.
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
  const [loaded, setLoaded] = useState(false)
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
    const app = frame.current?.contentWindow as (Window & typeof globalThis) | null | undefined
    return loaded && app ? watchRequests(app, (request) => told.current?.(request)) : undefined
  }, [loaded])

  useEffect(() => {
    if (!loaded) return
    frame.current?.contentWindow?.postMessage(
      { bridge: 'suixing-phone', event: props.shown ? 'show' : 'hide' },
      location.origin,
    )
  }, [loaded, props.shown])

  return (
    <div className="mini-program" hidden={!props.shown} data-testid="mini-program">
      <iframe
        ref={frame}
        src={props.address}
        title={props.name}
        onLoad={() => setLoaded(true)}
        data-testid="mini-program-frame"
      />
      <Capsule onClose={props.onClose} />
    </div>
  )
}

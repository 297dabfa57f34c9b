import { useState } from 'react'
import { ChevronsRight, Clock3 } from 'lucide-react'
import { clockFace, shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'

/** What `POST /control/advance` takes. */
export type AdvanceTo = { by: string } | { toNext: true } | { to: string }

/** The sandbox's clock in its yellow stripes, with three ways forward. While it walks, its buttons rest. */
export function ClockBar(props: {
  now: At | null
  /** The product's next touchpoint where it is known; else the clock looks for the next scheduled instant itself. */
  next: string | null
  advance: (to: AdvanceTo) => Promise<void>
}) {
  const [walking, setWalking] = useState(false)
  const go = async (to: AdvanceTo): Promise<void> => {
    setWalking(true)
    await props.advance(to)
    setWalking(false)
  }
  const face = props.now === null ? null : clockFace(props.now)
  const rest = walking || face === null
  const nextWords =
    props.next === null ? '到下一个触点' : `到下一个触点 ${shortTime(props.next, props.now ?? props.next)}`
  return (
    <section className="clock" aria-label="沙箱的钟" aria-busy={walking} data-testid="clock">
      <Clock3 size={20} aria-hidden="true" />
      <b data-testid="clock-now">{face ? `${face.day} ${face.weekday} ${face.time}` : '正在对钟'}</b>
      <button type="button" disabled={rest} data-testid="advance-hour" onClick={() => void go({ by: '1h' })}>
        +1 小时
      </button>
      <button type="button" disabled={rest} data-testid="advance-day" onClick={() => void go({ by: '1d' })}>
        +1 天
      </button>
      <button
        type="button"
        className="main"
        disabled={rest}
        data-testid="advance-next"
        onClick={() => void go(props.next === null ? { toNext: true } : { to: props.next })}
      >
        <ChevronsRight size={16} aria-hidden="true" />
        {walking ? '钟在走' : nextWords}
      </button>
    </section>
  )
}

import { useRef, useState } from 'react'

const shortestMs = 300

/** 按住说话: tells how many seconds the button was held, whole ones from 1 to 60. */
export function HoldToTalk(props: { onSaid: (seconds: number) => void }) {
  const since = useRef<number | null>(null)
  const [state, setState] = useState<'still' | 'talking' | 'short'>('still')
  const begin = (): void => {
    if (since.current !== null) return
    since.current = performance.now()
    setState('talking')
  }
  const end = (): void => {
    if (since.current === null) return
    const held = performance.now() - since.current
    since.current = null
    if (held < shortestMs) return setState('short')
    setState('still')
    props.onSaid(Math.min(60, Math.max(1, Math.round(held / 1000))))
  }
  const words = { still: '按住 说话', talking: '松开 发送', short: '说话时间太短，按住再说' }
  return (
    <button
      type="button"
      className="hold-to-talk"
      data-testid="hold-to-talk"
      aria-pressed={state === 'talking'}
      onPointerDown={begin}
      onPointerUp={end}
      onPointerLeave={end}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => (event.key === ' ' ? begin() : undefined)}
      onKeyUp={(event) => (event.key === ' ' ? end() : undefined)}
    >
      {words[state]}
    </button>
  )
}

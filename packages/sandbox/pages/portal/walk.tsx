import type { ReactNode } from 'react'
import { Check, Minus } from 'lucide-react'
import { howLong, shortTime } from '../sandbox/clock-face'
import type { At } from '../sandbox/clock-face'
import { walkSteps } from './walk-steps'
import type { WalkStepId, WalkStepState } from './walk-steps'

/** What the current step says and offers. */
export interface WalkHelp {
  says: string
  action: { label: string; go: () => void; disabled?: boolean } | null
}

/** 「第一次走一遍」: seven steps; the current one says what to do and does the sandbox's part. */
export function Walk(props: {
  walk: Record<WalkStepId, WalkStepState>
  now: At
  help: Record<WalkStepId, WalkHelp>
  onSkip: (id: WalkStepId) => void
}) {
  const done = walkSteps.filter(({ id }) => props.walk[id].state === 'done').length
  return (
    <section aria-label="第一次走一遍" data-testid="walk">
      <header className="walk-head">
        <h2>第一次走一遍</h2>
        <small data-testid="walk-progress">
          {done} / {walkSteps.length}
        </small>
      </header>
      <div className="walk-bar" aria-hidden="true">
        <i style={{ width: `${(done / walkSteps.length) * 100}%` }} />
      </div>
      <ol>
        {walkSteps.map(({ id, title }, index) => (
          <Step key={id} id={id} number={index + 1} title={title} {...props} />
        ))}
      </ol>
      {done === walkSteps.length ? <p className="walk-end">走完了。再拨拨钟、开几个捣乱开关，看它还稳不稳。</p> : null}
    </section>
  )
}

function Step(props: Parameters<typeof Walk>[0] & { id: WalkStepId; number: number; title: string }) {
  const { id, number, title, now } = props
  const step = props.walk[id]
  const attributes = { 'data-testid': `step-${id}`, 'data-state': step.state }
  if (step.state === 'current') {
    const { says, action } = props.help[id]
    return (
      <li className="walk-now" aria-current="step" {...attributes}>
        <Line disc={number} tone="now" title={<b>{title}</b>} />
        <p>{says}</p>
        <div>
          {action ? (
            <button
              type="button"
              className="button main"
              disabled={action.disabled}
              data-testid={`step-${id}-go`}
              onClick={action.go}
            >
              {action.label}
            </button>
          ) : null}
          <button type="button" className="button" data-testid={`step-${id}-skip`} onClick={() => props.onSkip(id)}>
            跳过
          </button>
        </div>
      </li>
    )
  }
  if (step.state === 'done') {
    const { at, latencyMs } = step.happened
    return (
      <li {...attributes}>
        <Line
          disc={<Check size={14} strokeWidth={3} aria-label="已完成" />}
          tone="done"
          title={title}
          note={latencyMs === null ? shortTime(at, now) : howLong(latencyMs)}
        />
      </li>
    )
  }
  return (
    <li {...attributes}>
      <Line
        disc={step.state === 'skipped' ? <Minus size={14} strokeWidth={3} aria-hidden="true" /> : number}
        tone="ahead"
        title={title}
        {...(step.state === 'skipped' ? { note: '已跳过' } : {})}
      />
    </li>
  )
}

function Line(props: { disc: ReactNode; tone: 'done' | 'now' | 'ahead'; title: ReactNode; note?: string }) {
  return (
    <div className="walk-line">
      <span className={`disc ${props.tone}`}>{props.disc}</span>
      <span>{props.title}</span>
      {props.note ? <small>{props.note}</small> : null}
    </div>
  )
}

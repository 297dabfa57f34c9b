import type { TouchpointView } from '@suixing/contracts'
import { Send } from 'lucide-react'
import { distanceWords, nearWords } from '../time/time-words'
import { stepLook } from './touchpoint-look'

/** Every transition with its instant and reason, oldest first, and the one still to come; a new due instant is said. */
export function TouchpointHistory({
  touchpoint,
  now,
  timeZone,
}: {
  touchpoint: TouchpointView
  now: string
  timeZone: string
}) {
  return (
    <ol className="steps">
      {touchpoint.history.map((step, index) => {
        const { word, tone, Icon } = stepLook(step)
        return (
          <li key={`${step.at}-${index}`} className="step">
            <span className={`disc ${tone}`}>
              <Icon size={15} strokeWidth={1.9} />
            </span>
            <div className="grow">
              <div className="row">
                <b>{word}</b>
                <time className="end caption" dateTime={step.at}>
                  {nearWords(step.at, now, timeZone)}
                </time>
              </div>
              <div className="second">
                {step.text.zh}
                {step.due && step.to === 'planned' ? ` → ${nearWords(step.due, now, timeZone)}` : ''}
              </div>
            </div>
          </li>
        )
      })}
      {touchpoint.state === 'planned' ? (
        <li className="step">
          <span className="disc brand">
            <Send size={15} strokeWidth={1.9} />
          </span>
          <div className="grow">
            <div className="row">
              <b>将到点</b>
              <time className="end caption" dateTime={touchpoint.due}>
                {nearWords(touchpoint.due, now, timeZone)}
              </time>
            </div>
            <div className="second">{distanceWords(touchpoint.due, now)}，到点时再逐项判断</div>
          </div>
        </li>
      ) : null}
    </ol>
  )
}

import type { ProgrammePage } from '@suixing/contracts'
import { Check, Clock, X } from 'lucide-react'
import { countWords } from '../look/number-words'
import { useAnswer } from '../api/use-answer'
import { wallClock } from '../time/wall-clock'
import { seriesLook, TodayChart } from './today-chart'
import { series } from './today-geometry'

const swatch = {
  ...seriesLook,
  ended: { ...seriesLook.ended, fill: 'repeating-linear-gradient(45deg,#8FA0A6 0 2px,#DDE3E5 2px 4px)' },
}
const icons = {
  sent: <Check size={16} className="ink-ok" />,
  open: <Clock size={16} className="ink-brand" />,
  ended: <X size={16} className="ink-3" />,
}

/** Today's touchpoints: the chart, its legend and the sums of the day. */
export function TodayPanel({ programme }: { programme: ProgrammePage }) {
  const now = useAnswer('consoleMe').data?.clock.now
  const sums = series.map((name) => ({ name, sum: programme.today.reduce((sum, hour) => sum + hour[name], 0) }))
  const total = sums.reduce((sum, { sum: part }) => sum + part, 0)
  const clock = now ? wallClock(now) : null
  return (
    <section className="panel" style={{ flex: '772 1 0' }} aria-label="今天的触点">
      <div className="panel-head">
        <h3>今天的触点</h3>
        <span className="second">共 {countWords(total)}</span>
        <span className="end row gap12">
          {series.map((name) => (
            <span key={name} className="row second" style={{ gap: 5, fontSize: 12 }}>
              <i className="swatch" style={{ background: swatch[name].fill }} />
              {swatch[name].word}
            </span>
          ))}
        </span>
      </div>
      {clock ? (
        <TodayChart
          today={programme.today}
          quietHours={programme.quietHours}
          nowMinute={clock.hour * 60 + clock.minute}
        />
      ) : (
        <div style={{ height: 196 }} />
      )}
      <div className="row today-sums">
        {sums.map(({ name, sum }) => (
          <span key={name} className="row" style={{ gap: 6 }}>
            {icons[name]}
            {seriesLook[name].word} <b>{countWords(sum)}</b>
          </span>
        ))}
        {total === 0 ? <span className="end caption">今天还没有触点；入组后会按计划排出来。</span> : null}
      </div>
    </section>
  )
}

import type { GlucoseView } from '@suixing/contracts'
import { rangeBar } from '@suixing/charts'
import { useBoxWidth } from '../look/use-box-width'
import { countWords } from '../look/number-words'
import { DrawingSvg } from './drawing-svg'
import { levelLook } from './level-look'

const levels = ['veryLow', 'low', 'inRange', 'high', 'veryHigh'] as const

/** Time in range as n / N: the bar, and each level by mark, word, share and count. */
export function RangeSummary({ view }: { view: GlucoseView }) {
  const [box, width] = useBoxWidth<HTMLDivElement>(724)
  const bar = rangeBar({ width, height: 12, counts: view.counts, gap: 3 })
  const percents = new Map(bar.segments.map(({ level, percent }) => [level, percent]))
  return (
    <div ref={box} style={{ marginTop: 10 }}>
      <DrawingSvg drawing={bar} label="各范围所占的份额" />
      <div className="row levels">
        {levels.map((level) => {
          const { Icon, word, className } = levelLook[level]
          return (
            <span key={level} className={`level ${className}`}>
              <Icon
                size={level === 'inRange' ? 10 : 15}
                fill={level === 'inRange' ? 'currentColor' : 'none'}
                strokeWidth={2.2}
                aria-hidden="true"
              />
              {word} <b>{percents.get(level) ?? 0}%</b>
              <span className="caption">
                {countWords(view.counts[level])} / {countWords(view.total)}
              </span>
            </span>
          )
        })}
      </div>
    </div>
  )
}

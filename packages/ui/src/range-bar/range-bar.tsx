import { View } from '@tarojs/components'
import type { GlucoseView } from '@suixing/contracts'
import { Icon } from '../icon/icon'
import { levelLook, levels } from '../level/level-look'
import './range-bar.scss'

type Counts = GlucoseView['counts']

/** How many readings stand in each range. `counts` writes the words with counts, `shares` only percent (physician), `bar` no words. */
export const RangeBar = ({ counts, legend = 'counts' }: { counts: Counts; legend?: 'counts' | 'shares' | 'bar' }) => {
  const shown = levels.filter((level) => counts[level] > 0)
  const total = levels.reduce((sum, level) => sum + counts[level], 0)
  return (
    <View className={`sx-range-bar sx-range-bar--${legend}`}>
      <View className="sx-range-bar__bar">
        {shown.map((level) => (
          <View
            key={level}
            className="sx-range-bar__part"
            style={{ flexGrow: counts[level], background: `var(--g-${levelLook[level].colour})` }}
          />
        ))}
      </View>
      {legend === 'bar' ? null : (
        <View className="sx-range-bar__legend">
          {shown.map((level) => (
            <View
              key={level}
              className="sx-range-bar__word"
              style={{ color: `var(--g-${levelLook[level].colour}-ink)` }}
            >
              <Icon name={levelLook[level].icon} size={12} className="sx-range-bar__icon" />
              {legend === 'counts' ? `${shortWord[level]} ${counts[level]}` : shareText(level, counts[level], total)}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

const shortWord: Record<keyof Counts, string> = {
  veryLow: '很低',
  low: '偏低',
  inRange: '目标内',
  high: '偏高',
  veryHigh: '很高',
}
const shareText = (level: keyof Counts, count: number, total: number): string =>
  `${level === 'inRange' ? '目标内 ' : ''}${percentText((100 * count) / total)}`

/** A part that is drawn is never called 0 %, and one that leaves room for others never 100 %. */
const percentText = (percent: number): string => {
  if (percent < 1) return '<1%'
  return percent > 99 && percent < 100 ? '>99%' : `${Math.round(percent)}%`
}

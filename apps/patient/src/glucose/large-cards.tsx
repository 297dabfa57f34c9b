import type { GlucoseView } from '@suixing/contracts'
import { Card, glucoseText, GlucoseTrendChart, Icon, levelLook, levels, shownUnit, spanText } from '@suixing/ui'
import { View } from '@tarojs/components'
import { clockText, localParts } from '@suixing/ui'
import './glucose.scss'

/** Large type: the latest reading as big as it goes, its level as a sentence. */
export const LatestLarge = ({ view }: { view: GlucoseView }) => {
  const { latest, timeZone } = view
  if (!latest) return null
  const { word, icon, colour } = levelLook[latest.level]
  return (
    <Card>
      <View className="sx-second">最近一次 · {clockText(localParts(latest.at, timeZone))}</View>
      <View className="glucose-latest">
        <View className="glucose-latest__number">{glucoseText(latest.glucose)}</View>
        <View className="glucose-latest__unit">{shownUnit}</View>
      </View>
      <View
        className="glucose-latest__level"
        style={{ background: `var(--g-${colour}-tint)`, color: `var(--g-${colour}-ink)` }}
      >
        <Icon name={icon} size={20} />
        <View>{word}</View>
      </View>
    </Card>
  )
}

/** Large type: seven days, few marks, what stood outside in words. */
export const WeekLarge = ({ view }: { view: GlucoseView }) => {
  const outside = levels.filter((level) => level !== 'inRange' && view.counts[level] > 0)
  return (
    <Card>
      <View className="glucose-week">
        <View className="sx-heading">{view.current ? `这 ${view.days} 天` : spanText(view)}</View>
        <View className="sx-second">
          {view.total} 次里 {view.counts.inRange} 次达标
        </View>
      </View>
      <GlucoseTrendChart id="trend" view={view} />
      <View className="glucose-week__outside">
        {outside.map((level) => (
          <View key={level} className="glucose-week__one" style={{ color: `var(--g-${levelLook[level].colour}-ink)` }}>
            <Icon name={levelLook[level].icon} size={16} />
            <View>
              {levelLook[level].word} {view.counts[level]} 次
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}

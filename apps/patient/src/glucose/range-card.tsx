import type { GlucoseView } from '@suixing/contracts'
import { Card, GlucoseTrendChart, RangeBar, spanText } from '@suixing/ui'
import { View } from '@tarojs/components'
import './glucose.scss'

/** Share in target with its n / N, the bar of all ranges, the trend. */
export const RangeCard = ({ view }: { view: GlucoseView }) => {
  const { counts, total, previous, days, attribution } = view
  return (
    <Card>
      {view.current ? null : <View className="sx-small sx-second">最近没有新的血糖。这是 {spanText(view)} 的。</View>}
      <View className="glucose-share">
        <View>
          <View className="sx-second">在目标内</View>
          <View className="glucose-share__number">
            {Math.round((100 * counts.inRange) / total)}
            <View className="glucose-share__percent">%</View>
          </View>
        </View>
        <View className="glucose-share__counts">
          <View>
            {total} 次里有 {counts.inRange} 次
          </View>
          {previous && previous.total > 0 ? (
            <View className="glucose-share__before">
              前 {days} 天 {previous.total} 次里 {previous.counts.inRange} 次
            </View>
          ) : null}
        </View>
      </View>
      <RangeBar counts={counts} />
      <GlucoseTrendChart id="trend" view={view} />
      {attribution ? <View className="glucose-source">{attribution}</View> : null}
    </Card>
  )
}

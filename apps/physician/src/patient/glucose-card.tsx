import type { GlucoseView } from '@suixing/contracts'
import { Card, RangeBar, spanText } from '@suixing/ui'
import { View } from '@tarojs/components'
import './glucose-card.scss'
import { GlucoseChart } from './glucose-chart'
import { glucoseFigures } from './glucose-figures'
import { glucoseSource } from './glucose-source'

/** 14 days at a glance: the curve of a day or the trend, how many readings stand in each range, and the figures that are real. */
export const GlucoseCard = ({ glucose }: { glucose: GlucoseView }) => {
  const { figures, missing } = glucoseFigures(glucose)
  return (
    <Card>
      <View className="glucose-card__head">
        <View className="glucose-card__title">{glucose.current ? `近 ${glucose.days} 天血糖` : '血糖'}</View>
        <View className="glucose-card__source">{glucoseSource(glucose)}</View>
        <View className="glucose-card__unit">mmol/L</View>
      </View>
      {glucose.current ? null : (
        <View className="glucose-card__share">{`近来没有读数，这是 ${spanText(glucose)}`}</View>
      )}
      {glucose.total > 0 ? (
        <>
          <GlucoseChart glucose={glucose} />
          <View className="glucose-card__ranges">
            <RangeBar counts={glucose.counts} legend="shares" />
          </View>
          <View className="glucose-card__share">{`目标内 ${glucose.counts.inRange} / ${glucose.total} 个读数`}</View>
        </>
      ) : null}
      {figures.length > 0 ? (
        <View className="glucose-card__figures">
          {figures.map(({ value, label }) => (
            <View key={label} className="glucose-card__figure">
              <View className="glucose-card__value">{value}</View>
              <View className="glucose-card__label">{label}</View>
            </View>
          ))}
        </View>
      ) : null}
      {missing ? <View className="glucose-card__missing">{missing}</View> : null}
      {glucose.attribution ? <View className="glucose-card__attribution">{`数据：${glucose.attribution}`}</View> : null}
    </Card>
  )
}

import type { PatientToday } from '@suixing/contracts'
import { Card, glucoseText, Icon, RangeRuler, ReadingBadge, shownUnit } from '@suixing/ui'
import { View } from '@tarojs/components'
import { clockText, dayText, localParts } from '@suixing/ui'
import './home.scss'

/** The latest reading: number first, its level as a word, its place on the ruler. */
export const ReadingCard = (props: {
  reading: NonNullable<PatientToday['latestReading']>
  now: string
  timeZone: string
  onTrend: () => void
}) => {
  const { glucose, level, at } = props.reading
  const parts = localParts(at, props.timeZone)
  const justNow = Date.parse(props.now) - Date.parse(at) < 30 * 60_000
  return (
    <Card>
      <View className="sx-second">{justNow ? '刚测的血糖' : '最近一次血糖'}</View>
      <View className="home-reading">
        <View className="home-reading__number">{glucoseText(glucose)}</View>
        <View className="home-reading__unit">{shownUnit}</View>
        <View className="home-reading__badge">
          <ReadingBadge level={level} />
        </View>
      </View>
      <RangeRuler glucose={props.reading.glucose} />
      <View className="home-reading__foot">
        <Icon name="clock" size={20} className="home-reading__clock" />
        <View className="sx-grow">
          {dayText(parts, localParts(props.now, props.timeZone))} {clockText(parts)}
        </View>
        <View className="home-reading__more" onClick={props.onTrend}>
          看趋势
          <Icon name="forward" size={18} />
        </View>
      </View>
    </Card>
  )
}

import type { PatientToday } from '@suixing/contracts'
import { Card } from '@suixing/ui'
import { View } from '@tarojs/components'
import { clockText, dayText, localParts } from '@suixing/ui'
import './home.scss'

/** What comes next and about when. */
export const NextCard = (props: { next: NonNullable<PatientToday['next']>; now: string; timeZone: string }) => {
  const parts = localParts(props.next.due, props.timeZone)
  const day = dayText(parts, localParts(props.now, props.timeZone))
  return (
    <Card tone="fill">
      <View className="home-next">
        <View className="sx-grow">
          <View className="home-next__when">
            接下来 · {day === '今天' ? '' : `${day} `}
            {clockText(parts)} 左右
          </View>
          <View className="home-next__what">{props.next.title}</View>
        </View>
      </View>
    </Card>
  )
}

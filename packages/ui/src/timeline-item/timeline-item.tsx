import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import type { IconName } from '../icon/icon-name'
import './timeline-item.scss'

/** Meaning of the disc: people, the assistant, a reading in a range, something that waits or failed, anything else. */
export type TimelineTone =
  'kin' | 'brand' | 'ok' | 'warn' | 'urgent' | 'plain' | 'very-low' | 'low' | 'in' | 'high' | 'very-high'

/** One thing that happened: disc, what, when, one line of detail. `last` ends the line that joins the discs. */
export const TimelineItem = (props: {
  icon: IconName
  tone?: TimelineTone
  what: ReactNode
  at: string
  detail?: ReactNode
  place?: 'between' | 'last'
}) => (
  <View className={`sx-timeline sx-timeline--${props.place ?? 'between'}`}>
    <View className={`sx-timeline__disc sx-timeline__disc--${props.tone ?? 'plain'}`}>
      <Icon name={props.icon} size={17} />
    </View>
    <View className="sx-timeline__head">
      <View className="sx-timeline__what">{props.what}</View>
      <View className="sx-timeline__at">{props.at}</View>
    </View>
    {props.detail ? <View className="sx-timeline__detail">{props.detail}</View> : null}
  </View>
)

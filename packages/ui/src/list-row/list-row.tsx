import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import './list-row.scss'

/** A row of a card: lead, title with a second line, something at the end. With `onPress` it shows a chevron and takes a tap. */
export const ListRow = (props: {
  lead?: ReactNode
  title: ReactNode
  detail?: ReactNode
  end?: ReactNode
  onPress?: () => void
}) => (
  <View
    className="sx-list-row"
    hoverClass={props.onPress ? 'sx-list-row--pressed' : 'none'}
    {...(props.onPress ? { onClick: props.onPress } : {})}
  >
    {props.lead ? <View className="sx-list-row__lead">{props.lead}</View> : null}
    <View className="sx-list-row__words">
      <View>{props.title}</View>
      {props.detail ? <View className="sx-small sx-quiet">{props.detail}</View> : null}
    </View>
    {props.end ? <View className="sx-list-row__end">{props.end}</View> : null}
    {props.onPress ? <Icon name="forward" size={20} className="sx-list-row__forward" /> : null}
  </View>
)

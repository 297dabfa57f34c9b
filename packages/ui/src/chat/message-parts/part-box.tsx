import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../icon/icon'
import type { IconName } from '../../icon/icon-name'
import './message-parts.scss'

/** A tile inside a message: icon, a line, a quieter second line. With `onPress` it takes a tap anywhere. */
export const PartBox = (props: {
  icon: IconName
  title: ReactNode
  detail?: ReactNode
  label?: string
  onPress?: () => void
}) => (
  <View
    className="sx-part"
    hoverClass={props.onPress ? 'sx-part--pressed' : 'none'}
    {...(props.label ? { 'aria-label': props.label } : {})}
    {...(props.onPress ? { role: 'button', onClick: props.onPress } : {})}
  >
    <View className="sx-part__icon">
      <Icon name={props.icon} size={22} />
    </View>
    <View className="sx-part__words">
      <View className="sx-part__title">{props.title}</View>
      {props.detail ? <View className="sx-part__detail">{props.detail}</View> : null}
    </View>
  </View>
)

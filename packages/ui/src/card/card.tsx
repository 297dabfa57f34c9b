import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card.scss'

/** A surface. `kin` = words of a person; `fill` = the one thing to do next; `urgent` = a person must act now. */
export const Card = (props: {
  tone?: 'plain' | 'kin' | 'fill' | 'urgent'
  /** `rows` leaves only side padding, for a card of list rows. */
  padding?: 'usual' | 'rows'
  onClick?: () => void
  children?: ReactNode
}) => (
  <View
    className={`sx-card sx-card--${props.tone ?? 'plain'} sx-card--${props.padding ?? 'usual'}`}
    {...(props.onClick ? { onClick: props.onClick } : {})}
  >
    {props.children}
  </View>
)

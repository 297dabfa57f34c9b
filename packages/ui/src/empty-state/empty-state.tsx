import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import './empty-state.scss'

/** Nothing here yet: dotted paths, one sentence, at most one button. */
export const EmptyState = ({ text, action }: { text: string; action?: ReactNode }) => (
  <View className="sx-empty-state">
    <Icon name="paths" size={72} className="sx-empty-state__paths" />
    <View className="sx-empty-state__text">{text}</View>
    {action}
  </View>
)

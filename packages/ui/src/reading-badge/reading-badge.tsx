import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import { levelLook, type Level } from '../level/level-look'
import './reading-badge.scss'

/** Level of a reading as shape and word on its tint. `alert` is solid, for 很低 in an alert only; `equal` has the width of a list column. */
export const ReadingBadge = ({ level, look = 'usual' }: { level: Level; look?: 'usual' | 'equal' | 'alert' }) => {
  const { word, icon, colour } = levelLook[level]
  return (
    <View className={`sx-reading-badge sx-reading-badge--${colour} sx-reading-badge--${look}`}>
      <Icon name={icon} size={12} className="sx-reading-badge__icon" />
      {word}
    </View>
  )
}

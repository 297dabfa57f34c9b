import { View } from '@tarojs/components'
import './icon.scss'
import type { IconName } from './icon-name'

/** One icon, in the colour of the text around it. `size` in px, 24 when not given. It says nothing alone: put a word beside it. */
export const Icon = ({ name, size = 24, className = '' }: { name: IconName; size?: number; className?: string }) => (
  <View className={`sx-icon sx-icon--${name} ${className}`} style={{ width: `${size}px`, height: `${size}px` }} />
)

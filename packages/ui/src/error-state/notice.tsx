import { View } from '@tarojs/components'
import { Icon } from '../icon/icon'
import './error-state.scss'

/** A line or two inside a page that otherwise works: `warn` = something is not done yet, `calm` = good to know. */
export const Notice = ({ tone, text }: { tone: 'warn' | 'calm'; text: string }) => (
  <View className={`sx-notice sx-notice--${tone}`} role={tone === 'warn' ? 'alert' : 'note'}>
    <Icon name="attention" size={20} className="sx-notice__icon" />
    <View className="sx-grow">{text}</View>
  </View>
)

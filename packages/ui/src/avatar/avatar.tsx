import { View } from '@tarojs/components'
import './avatar.scss'

/** Face of a person: the first character of the name. `kin` for people who care, `plain` for patients in a list. */
export const Avatar = ({ name, tone = 'kin' }: { name: string; tone?: 'kin' | 'plain' }) => (
  <View className={`sx-avatar sx-avatar--${tone}`}>{[...name][0] ?? ''}</View>
)

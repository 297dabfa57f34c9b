import { View } from '@tarojs/components'
import './tag-label.scss'

/** A tag's name. `warn` for what asks for attention, `brand` for a stage, `urgent` where a person must act now, `plain` else. */
export const TagLabel = ({
  text,
  tone = 'plain',
}: {
  text: string
  tone?: 'plain' | 'brand' | 'warn' | 'ok' | 'kin' | 'urgent'
}) => <View className={`sx-tag-label sx-tag-label--${tone}`}>{text}</View>

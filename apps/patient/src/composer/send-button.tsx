import { View } from '@tarojs/components'
import './composer.scss'

/** Sends what stands in the field. */
export const SendButton = ({ onPress }: { onPress: () => void }) => (
  <View className="composer__send" role="button" onClick={onPress}>
    发送
  </View>
)

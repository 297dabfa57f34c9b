import { View } from '@tarojs/components'
import './message-parts.scss'

/** Stands where a message was that its sender took back; its words are shown to nobody. */
export const RecalledLine = ({ who }: { who: string }) => (
  <View className="sx-part-recalled">{`${who}撤回了一条消息`}</View>
)

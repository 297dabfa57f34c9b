import type { ConversationPage } from '@suixing/contracts'
import { EmptyState, GhostButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import { MessageLine, type MessageLineProps } from './message-line'
import type { ShownDay } from './shown-messages'

/** Everything that was said, oldest first, under the patient's days. What was said before comes on request. */
export const MessageList = (
  props: Omit<MessageLineProps, 'shown' | 'all'> & {
    days: readonly ShownDay[]
    earlier: ConversationPage['earlier']
    reading: boolean
    onEarlier: () => void
  },
) => {
  const { days, earlier, reading, onEarlier, ...line } = props
  if (days.length === 0) return <EmptyState text="还没有说过话。您写的第一句会出现在这里。" />
  const all = days.flatMap(({ messages }) => messages.map(({ message }) => message))
  return (
    <View className="talk-list">
      {earlier === null ? null : (
        <GhostButton
          text={reading ? '正在读…' : '更早的消息'}
          size="small"
          state={reading ? 'busy' : 'ready'}
          onPress={onEarlier}
        />
      )}
      {days.map(({ label, messages }) => (
        <View key={label}>
          <View className="talk-day">{label}</View>
          {messages.map((shown) => (
            <View key={shown.key} id={`talk-${shown.message.id}`}>
              <MessageLine shown={shown} all={all} {...line} />
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}

import { clockText, dayText, localParts, MessageBubble } from '@suixing/ui'
import { View } from '@tarojs/components'
import type { Conversation } from './load-conversation'
import './conversation.scss'

/** The messages under the days they belong to. */
export const ConversationList = ({ conversation }: { conversation: Conversation }) => {
  const { messages, timeZone, now } = conversation
  const today = localParts(now, timeZone)
  const days = messages.map(({ at }) => dayText(localParts(at, timeZone), today))
  return (
    <View className="conversation">
      {messages.map((message, index) => (
        <View key={message.id}>
          {days[index] === days[index - 1] ? null : <View className="conversation__day">{days[index]}</View>}
          <MessageBubble message={message} at={clockText(localParts(message.at, timeZone))} />
        </View>
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import type { MessageView } from '@suixing/contracts'
import { Avatar } from '../avatar/avatar'
import { Icon } from '../icon/icon'
import './message-bubble.scss'

/** One message as the patient app shows it: assistant with spark and name, person with name and role, the patient's own at the right. */
export const MessageBubble = ({ message, at }: { message: MessageView; at: string }) => {
  const { author } = message
  // A follow-up is the product speaking to the patient, not a note at the edge.
  const isFollowUp = author.kind === 'system' && message.touchpointId !== undefined
  if (author.kind === 'system' && !isFollowUp) return <View className="sx-message__system">{message.text}</View>
  const own = author.kind === 'patient'
  return (
    <View className={`sx-message sx-message--${isFollowUp ? 'assistant' : author.kind}`}>
      {own ? null : author.kind === 'staff' ? (
        <Avatar name={author.name} />
      ) : (
        <View className="sx-message__spark">
          <Icon name="spark" size={22} />
        </View>
      )}
      <View className="sx-message__words">
        <View className="sx-message__who">
          {author.kind === 'assistant' ? <View>智能助手</View> : null}
          {isFollowUp ? <View>随行随访</View> : null}
          {author.kind === 'staff' ? (
            <View>
              {author.name} {author.title}
            </View>
          ) : null}
          <View className="sx-message__at">{at}</View>
        </View>
        <View className="sx-message__bubble">{message.text}</View>
        {message.state === 'sending' ? <View className="sx-message__state">正在送出</View> : null}
        {message.state === 'failed' ? (
          <View className="sx-message__state sx-message__state--failed">
            没有送到{message.failure ? ` · ${message.failure.zh}` : ''}
          </View>
        ) : null}
      </View>
    </View>
  )
}

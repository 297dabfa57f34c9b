import type { MessageView } from '@suixing/contracts'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Avatar } from '../avatar/avatar'
import type { CardContent } from '../chat/message-parts/card-part'
import type { MenuEntry } from '../chat/message-parts/menu-part'
import { MessagePart } from '../chat/message-parts/message-part'
import { RecalledLine } from '../chat/message-parts/recalled-line'
import { Icon } from '../icon/icon'
import './message-bubble.scss'

/** Who speaks, in words; nothing for the patient, who is told by place. */
const speakerOf = ({ author, touchpointId }: MessageView): string => {
  switch (author.kind) {
    case 'patient':
      return ''
    case 'assistant':
      return '智能助手'
    case 'staff':
      return `${author.name} ${author.title}`
    case 'family':
      return `${author.name} ${author.relation}`
    case 'system':
      // A follow-up is the product speaking to the patient, not a note at the edge.
      return touchpointId === undefined ? '' : '随行随访'
  }
}

/**
 * One message as the patient app shows it: assistant with spark and name, person with name and role, the patient's own at the
 * right. `at` is empty where no time is known yet; `foot` stands under the bubble.
 */
export const MessageBubble = (props: {
  message: MessageView
  at: string
  foot?: ReactNode
  onOpenCard?: (card: CardContent) => void
  onChoose?: (entry: MenuEntry) => void
}) => {
  const { message, at, foot, onOpenCard, onChoose } = props
  const { author, content } = message
  const speaker = speakerOf(message)
  if (message.recalledAt !== undefined) return <RecalledLine who={author.kind === 'patient' ? '您' : speaker} />
  if (author.kind === 'system' && speaker === '') return <View className="sx-message__system">{message.text}</View>
  const look = author.kind === 'system' ? 'assistant' : author.kind === 'family' ? 'staff' : author.kind
  const part = content && (
    <MessagePart content={content} {...(onOpenCard ? { onOpenCard } : {})} {...(onChoose ? { onChoose } : {})} />
  )
  return (
    <View className={`sx-message sx-message--${look}`}>
      {author.kind === 'patient' ? null : author.kind === 'staff' || author.kind === 'family' ? (
        <Avatar name={author.name} />
      ) : (
        <View className="sx-message__spark">
          <Icon name="spark" size={22} />
        </View>
      )}
      <View className="sx-message__words">
        {speaker || at ? (
          <View className="sx-message__who">
            {speaker ? <View>{speaker}</View> : null}
            {at ? <View className="sx-message__at">{at}</View> : null}
          </View>
        ) : null}
        {part && content?.kind !== 'menu' ? part : <View className="sx-message__bubble">{part ?? message.text}</View>}
        {foot}
      </View>
    </View>
  )
}

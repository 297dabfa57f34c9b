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

const isPatient = ({ kind }: MessageView['author']): boolean => kind === 'patient'

/** Who speaks, in words; nothing for a note at the edge. */
const speakerOf = ({ author, touchpointId }: MessageView): string => {
  switch (author.kind) {
    case 'patient':
      return author.name
    case 'assistant':
      return '智能助手'
    case 'staff':
      return `${author.name} ${author.title}`
    case 'family':
      return `${author.relation} ${author.name}`
    case 'system':
      // A follow-up is the product speaking to the patient, not a note at the edge.
      return touchpointId === undefined ? '' : '随行随访'
  }
}

/**
 * One message as the patient app shows it: assistant with spark and name, person with name and role, family with relation and
 * name, the reader's own at the right and without a name. `own` says whose that is; the patient's where it is not told.
 * `at` is empty where no time is known yet; `foot` stands under the bubble.
 */
export const MessageBubble = (props: {
  message: MessageView
  at: string
  own?: (author: MessageView['author']) => boolean
  foot?: ReactNode
  onOpenCard?: (card: CardContent) => void
  onChoose?: (entry: MenuEntry) => void
}) => {
  const { message, at, own = isPatient, foot, onOpenCard, onChoose } = props
  const { author, content } = message
  const isOwn = own(author)
  const speaker = isOwn ? '' : speakerOf(message)
  if (message.recalledAt !== undefined) return <RecalledLine who={isOwn ? '您' : speaker} />
  if (author.kind === 'system' && speaker === '') return <View className="sx-message__system">{message.text}</View>
  const face = isOwn || author.kind === 'assistant' || author.kind === 'system' ? null : author.name
  const look = isOwn ? 'patient' : face === null ? 'assistant' : 'staff'
  const part = content && (
    <MessagePart content={content} {...(onOpenCard ? { onOpenCard } : {})} {...(onChoose ? { onChoose } : {})} />
  )
  return (
    <View className={`sx-message sx-message--${look}`}>
      {isOwn ? null : face !== null ? (
        <Avatar name={face} />
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

import type { ConversationPage, MessageView, StaffView } from '@suixing/contracts'
import { Avatar, FailureLine, Icon, MessagePart, RecalledLine } from '@suixing/ui'
import { Image, View } from '@tarojs/components'
import { platform } from '../platform'
import { againText, messageFate, sendableAgain, wasSentAgain } from './message-fate'
import { messageLook, type MessageLook } from './message-look'
import './message-line.scss'
import type { OnItsWay, Outgoing } from './outgoing'
import { sendWords } from './send-words'
import type { ShownMessage } from './shown-messages'
import type { WindowLine } from './window-line'

export interface MessageLineProps {
  readonly shown: ShownMessage
  readonly staff: StaffView
  readonly readUpTo: ConversationPage['readUpTo']
  readonly window: WindowLine
  /** Everything that stands in the conversation, to see what was sent again. */
  readonly all: readonly MessageView[]
  /** Sends the words of a failed message of the host's as a new one. */
  readonly onSendAgain: (failedId: string, what: Outgoing) => void
  readonly onAgain: (clientId: string) => void
  /** Takes a message that did not go out back, into the field where it has words. */
  readonly onTakeBack: (item: OnItsWay) => void
}

/** One message with who said it, where, and how it fared. */
export const MessageLine = (props: MessageLineProps) => {
  const { message, onItsWay, time } = props.shown
  const look = messageLook(message, props.staff.id)
  if (message.recalledAt !== undefined) return <RecalledLine who={look.who} />
  if (look.side === 'edge') return <View className="talk-edge">{`${message.text} · ${time}`}</View>
  return (
    <View className={`talk-line talk-line--${look.side} talk-line--${look.ground}`}>
      <Face look={look} />
      <View className="talk-line__words">
        <View className="talk-line__who">
          <View className="talk-line__name">{look.who}</View>
          <View className="talk-line__where">{onItsWay ? time : `${look.channel} · ${time}`}</View>
        </View>
        <Body message={message} {...(onItsWay ? { onItsWay } : {})} />
        {message.faq ? <View className="talk-line__faq">{`依据问答「${message.faq.question}」`}</View> : null}
        {onItsWay ? <OwnFate {...props} item={onItsWay} /> : <Fate {...props} message={message} />}
      </View>
    </View>
  )
}

const Face = ({ look: { face, side, ground } }: { look: MessageLook }) => {
  if (ground === 'note') return null
  if (face !== undefined) return <Avatar name={face} tone={side === 'patient' ? 'plain' : 'kin'} />
  return (
    <View className="talk-line__mark">
      <Icon name={ground === 'assistant' ? 'spark' : 'bell'} size={20} />
    </View>
  )
}

const Body = ({ message, onItsWay }: { message: MessageView; onItsWay?: OnItsWay }) => {
  if (onItsWay?.what.kind === 'image' && onItsWay.state.kind !== 'sent') {
    const address = platform.pictures.address(onItsWay.what.ref)
    if (address !== undefined)
      return <Image className="sx-part-image" src={address} mode="aspectFill" aria-label="要发的图片" />
  }
  const { content, text } = message
  if (content?.kind === 'menu') return <View className="talk-line__bubble">{<MessagePart content={content} />}</View>
  return content ? <MessagePart content={content} /> : <View className="talk-line__bubble">{text}</View>
}

const Fate = ({ message, readUpTo, staff, window, all, onSendAgain }: MessageLineProps & { message: MessageView }) => {
  const fate = messageFate(message, readUpTo)
  if (fate.kind === 'none') return null
  if (fate.kind === 'quiet') return <View className="talk-line__fate">{fate.text}</View>
  const isOpen = window.takes === 'message' && !wasSentAgain(message, all)
  const what = isOpen ? sendableAgain(message, staff.id, window.tone) : null
  return (
    <FailureLine
      text={fate.text}
      {...(what ? { again: { text: againText(window.tone), onPress: () => onSendAgain(message.id, what) } } : {})}
    />
  )
}

const OwnFate = ({ item, onAgain, onTakeBack }: MessageLineProps & { item: OnItsWay }) => {
  const { state, what, clientId } = item
  if (state.kind === 'sending') return <View className="talk-line__fate">正在发送</View>
  if (state.kind === 'sent') {
    const { via, told } = state.answer
    const where = via === 'miniChat' ? `已发到小程序${told === 'told' ? '，已通知患者' : ''}` : '已发出'
    return via === 'note' ? null : <View className="talk-line__fate">{where}</View>
  }
  const { text, again } = sendWords(state.code)
  return (
    <>
      <FailureLine text={text} />
      <View className="talk-line__choices">
        <View className="talk-line__choice" role="button" onClick={() => onTakeBack(item)}>
          {what.kind === 'text' || what.kind === 'note' ? '取回来改' : '删去'}
        </View>
        {again ? (
          <View className="talk-line__choice talk-line__choice--again" role="button" onClick={() => onAgain(clientId)}>
            点这里再发
          </View>
        ) : null}
      </View>
    </>
  )
}

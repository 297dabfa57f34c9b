import type { MessageContent, MessageView } from '@suixing/contracts'
import { FailureLine, MessageBubble } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Outbox } from '../outbox/outbox'
import { platform } from '../platform'
import type { Queued } from '../outbox/queue'
import { contentOfFile } from './content-of-file'
import { refusalText } from './refusal-text'

/** An own message on its way, as it will look; under it, what it waits for and what to do. `onGrown`: it takes more room now. */
export const PendingMessage = (props: { item: Queued; outbox: Outbox; now: string; onGrown: () => void }) => {
  const { item, outbox, now, onGrown } = props
  const content = useContent(item)
  const isShown = content !== null
  const grown = useRef(onGrown)
  grown.current = onGrown
  useEffect(() => grown.current(), [isShown, item.refusal])
  const message: MessageView = {
    id: item.clientId,
    at: now,
    author: { kind: 'patient', name: '' },
    text: item.content.kind === 'text' ? item.content.text : item.content.kind === 'image' ? '[图片]' : '[语音]',
    ...(content ? { content } : {}),
    channel: 'miniChat',
    state: 'sending',
  }
  return <MessageBubble message={message} at="" foot={<Foot item={item} outbox={outbox} />} />
}

const Foot = ({ item, outbox }: { item: Queued; outbox: Outbox }) => {
  if (item.refusal === null) return <View className="conversation__pending">待发送</View>
  const { text, again } = refusalText(item.refusal)
  return (
    <View>
      <FailureLine
        text={text}
        {...(again ? { again: { text: '点这里再发', onPress: () => outbox.again(item.clientId) } } : {})}
      />
      <View className="conversation__drop" role="button" onClick={() => outbox.drop(item.clientId)}>
        不发了
      </View>
    </View>
  )
}

/** The file as this phone holds it, until the host has it. */
const useContent = ({ content }: Queued): MessageContent | null => {
  const [address, setAddress] = useState<string | null>(null)
  const ref = content.kind === 'text' ? null : content.file.ref
  useEffect(() => {
    let gone = false
    if (ref !== null) void platform.files.address(ref).then((found) => gone || setAddress(found))
    return () => {
      gone = true
    }
  }, [ref])
  return content.kind === 'text' || address === null ? null : contentOfFile(content.kind, content.file, address)
}

import { clockText, dayText, localParts, MessageBubble, SecondaryButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Page } from './conversation-page'
import { PendingMessage } from './pending-message'
import type { Reader } from './reader'
import type { Talk } from './use-talk'
import './conversation.scss'

/** The messages under the days they belong to, as the reader sees them; the own ones that wait come last. */
export const ConversationList = (props: {
  talk: Talk
  page: Page
  reader: Reader
  timeZone: string
  onGrown: () => void
}) => {
  const { talk, page, reader, timeZone, onGrown } = props
  const { messages, waiting, showEarlier } = talk
  const { readByTeam } = page
  const today = localParts(page.now, timeZone)
  const days = messages.map(({ at }) => dayText(localParts(at, timeZone), today))
  const lastRead = messages
    .filter(({ author, at, recalledAt }) => reader.own(author) && recalledAt === undefined && at <= (readByTeam ?? ''))
    .pop()?.id
  return (
    <View className="conversation">
      {showEarlier ? <Earlier show={showEarlier} /> : null}
      {messages.map((message, index) => (
        <View key={message.id}>
          {days[index] === days[index - 1] ? null : <View className="conversation__day">{days[index]}</View>}
          <MessageBubble
            message={message}
            at={clockText(localParts(message.at, timeZone))}
            own={reader.own}
            foot={message.id === lastRead ? <View className="conversation__read">医护已看</View> : null}
            {...reader.acts(page)}
          />
        </View>
      ))}
      {waiting.map((item) => (
        <PendingMessage key={item.clientId} item={item} outbox={reader.outbox} now={page.now} onGrown={onGrown} />
      ))}
    </View>
  )
}

const Earlier = ({ show }: { show: () => Promise<void> }) => {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const press = () => {
    setState('busy')
    show().then(
      () => setState('ready'),
      () => setState('failed'),
    )
  }
  return (
    <View className="conversation__earlier">
      <SecondaryButton
        text={state === 'failed' ? '这次没读到，再试一次' : '看更早的消息'}
        size="small"
        state={state === 'busy' ? 'busy' : 'ready'}
        onPress={press}
      />
    </View>
  )
}

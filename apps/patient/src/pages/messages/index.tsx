import { Card, EmptyState, LiveContent, PrimaryButton, Screen, useLiveQuery } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { session } from '../../api'
import { useAssistantChat } from '../../assistant/use-assistant-chat'
import { ConversationList } from '../../conversation/conversation'
import { loadConversation } from '../../conversation/load-conversation'
import { useAppDisplay } from '../../display/use-app-display'
import { NotLinked } from '../../home/not-linked'
import { noteRead } from '../../messages/unread'
import { MainPage } from '../../tabs/main-page'
import { MainTabs } from '../../tabs/main-tabs'

/** 消息: what the assistant, the care team and the patient wrote, and the door to the chat. */
export default function MessagesPage() {
  const { app } = useAppDisplay()
  const title = { kind: 'title', text: '消息' } as const
  if (app === 'wechat' || app === 'wecom') return <Messages />
  return (
    <MainPage tab="messages" title={title}>
      {null}
    </MainPage>
  )
}

const Messages = () => {
  const live = useLiveQuery('conversation', loadConversation)
  const messages = live.status === 'ready' ? live.value.messages : []
  const newest = messages[messages.length - 1]
  useEffect(() => {
    if (!newest) return
    noteRead(newest.at)
    Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: 1_000_000, duration: 0 }))
  }, [newest])
  const linked = live.status === 'ready' && live.value.linked
  return (
    <Screen
      title={{ kind: 'title', text: '消息' }}
      tabBar={
        <View>
          {linked ? <AskBar /> : null}
          <MainTabs current="messages" />
        </View>
      }
    >
      <LiveContent live={live} skeleton={[1, 1, 1]}>
        {(conversation) =>
          !conversation.linked ? (
            <NotLinked onRetry={() => void session.renew().then(live.reload, live.reload)} />
          ) : conversation.messages.length === 0 ? (
            <Card>
              <EmptyState text="这里还没有消息，有问题随时问。" />
            </Card>
          ) : (
            <ConversationList conversation={conversation} />
          )
        }
      </LiveContent>
    </Screen>
  )
}

const AskBar = () => {
  const chat = useAssistantChat()
  return (
    <View className="conversation__ask">
      <PrimaryButton
        text="问智能助手"
        icon="spark"
        state={chat.state === 'preparing' ? 'busy' : 'ready'}
        onPress={chat.open}
      />
      <View className="conversation__note">
        {chat.state === 'failed' ? '这次没打开，再点一次' : '24 小时都在，拿不准会转给人'}
      </View>
    </View>
  )
}

import { Card, EmptyState, LiveContent, Screen } from '@suixing/ui'
import { View } from '@tarojs/components'
import { session } from '../../api'
import { Composer } from '../../composer/composer'
import { ConversationList } from '../../conversation/conversation-list'
import { patientReader } from '../../conversation/patient-reader'
import { RatingCard } from '../../conversation/rating-card'
import { ReplyNoticeCard } from '../../conversation/reply-notice-card'
import { StateBar } from '../../conversation/state-bar'
import { useConversation } from '../../conversation/use-conversation'
import { useToEnd } from '../../conversation/use-to-end'
import { WeChatDoor } from '../../conversation/wechat-door'
import { useAppDisplay } from '../../display/use-app-display'
import { NotLinked } from '../../home/not-linked'
import { MainPage } from '../../tabs/main-page'
import { MainTabs } from '../../tabs/main-tabs'

const title = { kind: 'title', text: '消息' } as const

/** 消息: one conversation with the assistant and the care team. */
export default function MessagesPage() {
  const { app } = useAppDisplay()
  if (app === 'wechat' || app === 'wecom') return <Messages />
  return (
    <MainPage tab="messages" title={title}>
      {null}
    </MainPage>
  )
}

const Messages = () => {
  const talk = useConversation()
  const { live, messages, waiting } = talk
  const known = live.status === 'ready' && live.value.kind === 'known' ? live.value : null
  const page = known?.page ?? null
  const toEnd = useToEnd(talk, `${page?.rate?.handOverId ?? ''} ${page?.waitingSince ?? ''}`)
  return (
    <Screen
      title={title}
      tabBar={
        <View>
          {page?.programme ? <Composer programmeId={page.programme.id} onGrown={toEnd} /> : null}
          <MainTabs current="messages" />
        </View>
      }
    >
      {page ? (
        <StateBar page={page}>
          <WeChatDoor />
        </StateBar>
      ) : null}
      <LiveContent live={live} skeleton={[1, 1, 1]}>
        {(conversation) =>
          conversation.kind === 'not-linked' ? (
            <NotLinked onRetry={() => void session.renew().then(live.reload, live.reload)} />
          ) : (
            <View>
              {messages.length + waiting.length === 0 ? (
                <Card>
                  <EmptyState text="这里还没有消息，有问题随时问。" />
                </Card>
              ) : (
                <ConversationList
                  talk={talk}
                  page={conversation.page}
                  reader={patientReader}
                  timeZone={conversation.timeZone}
                  onGrown={toEnd}
                />
              )}
              <RatingCard rate={conversation.page.rate} />
              <ReplyNoticeCard page={conversation.page} />
            </View>
          )
        }
      </LiveContent>
    </Screen>
  )
}

import { Card, EmptyState, Icon, ListRow, Notice } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useAssistantChat } from '../assistant/use-assistant-chat'
import { dateText, greeting, localParts } from '@suixing/ui'
import type { Home } from './load-home'
import { NextCard } from './next-card'
import { ReadingCard } from './reading-card'
import { ReplyCard } from './reply-card'
import './home.scss'

const toMessages = () => void Taro.switchTab({ url: '/pages/messages/index' })

/** Home of a person who joined: latest reading, what comes next, the last reply, the assistant. */
export const EnrolledHome = ({ home }: { home: Extract<Home, { kind: 'enrolled' }> }) => {
  const { me, enrolment, today } = home
  const { timeZone, name } = me.patient
  const now = localParts(me.now, timeZone)
  const chat = useAssistantChat()
  return (
    <View>
      <View className="home-hello">
        <View className="sx-title">
          {name}，{greeting(now.hour)}
        </View>
        <View className="sx-small sx-quiet">
          {dateText(now)}
          {enrolment.dayNumber === null ? '' : ` · 随行第 ${enrolment.dayNumber} 天`}
        </View>
      </View>
      {enrolment.status === 'paused' ? <Notice tone="calm" text="随访现在暂停，要恢复请告诉医护人员。" /> : null}
      {today.latestReading ? (
        <ReadingCard
          reading={today.latestReading}
          now={me.now}
          timeZone={timeZone}
          onTrend={() => void Taro.switchTab({ url: '/pages/glucose/index' })}
        />
      ) : (
        <Card>
          <EmptyState text="还没有血糖记录，方便时测一次。" />
        </Card>
      )}
      {today.next ? <NextCard next={today.next} now={me.now} timeZone={timeZone} /> : null}
      {today.waitingForPerson ? (
        <View onClick={toMessages}>
          <Notice tone="calm" text={`您的问题已转给${enrolment.physician?.name ?? '医护人员'}，看到后会回复您。`} />
        </View>
      ) : null}
      {today.reply ? <ReplyCard reply={today.reply} now={me.now} timeZone={timeZone} onOpen={toMessages} /> : null}
      <Card padding="rows">
        <ListRow
          lead={<Icon name="spark" className="sx-brand" />}
          title="问一问智能助手"
          detail={chat.state === 'failed' ? '这次没打开，再点一次' : '24 小时都在，拿不准会转给人'}
          onPress={chat.open}
        />
      </Card>
    </View>
  )
}

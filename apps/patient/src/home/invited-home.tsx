import { Card, PrimaryButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { dateText, greeting, localParts } from '@suixing/ui'
import type { Home } from './load-home'
import './home.scss'

/** A calm invitation: what it is, who stands behind it, one button. */
export const InvitedHome = ({ home }: { home: Extract<Home, { kind: 'invited' }> }) => {
  const { me, enrolment } = home
  const now = localParts(me.now, me.patient.timeZone)
  const { programme, physician } = enrolment
  return (
    <View>
      <View className="home-hello">
        <View className="sx-title">
          {me.patient.name}，{greeting(now.hour)}
        </View>
        <View className="sx-small sx-quiet">{dateText(now)}</View>
      </View>
      <Card>
        <View className="sx-heading">{programme.name}</View>
        <View className="home-join__by">
          {programme.organisation}
          {programme.department}
          {physician ? ` · ${physician.name} ${physician.title}` : ''}
        </View>
        <View className="home-join__by">出院以后，我们陪您一起看血糖、答疑问、按时提醒。</View>
        <PrimaryButton
          text="加入"
          onPress={() => void Taro.navigateTo({ url: `/pages/consent/index?enrolment=${enrolment.id}` })}
        />
      </Card>
    </View>
  )
}

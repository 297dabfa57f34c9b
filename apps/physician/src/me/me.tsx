import type { StaffView } from '@suixing/contracts'
import { Avatar, Card, Icon, ListRow, SecondaryButton, type IconName } from '@suixing/ui'
import { View } from '@tarojs/components'
import { session } from '../session/current-session'
import './me.scss'

/** What a physician should know about who reads what is written and shown here. */
const whoSees: readonly { icon: IconName; title: string; detail: string }[] = [
  { icon: 'people', title: '您只看到由您负责的患者', detail: '同科室的其他患者不在您的列表里。' },
  { icon: 'message', title: '您的回复，患者在微信客服里看到', detail: '署名是您的姓名和职称，不显示您的微信。' },
  { icon: 'eye', title: '同一项目的医护看得到这条时间线', detail: '包括患者来信、智能助手的回答和您的回复。' },
  { icon: 'shield', title: '申办方只看到去标识的汇总', detail: '看不到姓名、对话和单个患者的读数。' },
]

export const Me = ({ staff }: { staff: StaffView }) => (
  <>
    <Card>
      <View className="me-person">
        <Avatar name={staff.name} />
        <View className="me-person__words">
          <View className="me-person__name">{staff.name}</View>
          <View className="me-person__title">{staff.title}</View>
        </View>
      </View>
    </Card>
    <View className="me-heading">谁看得到什么</View>
    <Card padding="rows">
      {whoSees.map(({ icon, title, detail }) => (
        <ListRow key={title} lead={<Icon name={icon} size={22} className="me-icon" />} title={title} detail={detail} />
      ))}
    </Card>
    <SecondaryButton text="退出登录" icon="exit" onPress={() => session.signOut()} />
    <View className="me-note">退出后，这台手机上看不到患者。没发出的草稿留着，只有您登录才看得到。</View>
  </>
)

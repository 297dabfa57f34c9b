import { Card, Icon, ListRow } from '@suixing/ui'
import { View } from '@tarojs/components'
import './enrolment.scss'

/** Joined: what happens next, so that nobody waits for something unsaid. */
export const Joined = ({ hour, physician }: { hour: string; physician: string | null }) => (
  <View>
    <View className="enrol-done">
      <View className="enrol-done__mark">
        <Icon name="check" size={40} />
      </View>
      <View className="sx-title">您已加入随行</View>
      <View className="enrol-done__words">接下来不用做什么，我们会找您。</View>
    </View>
    <Card padding="rows">
      <ListRow
        lead={<Icon name="clock" className="sx-brand" />}
        title={`提醒会在${hour}送到`}
        detail="想改时间，到「我的」里改"
      />
      <ListRow
        lead={<Icon name="spark" className="sx-brand" />}
        title="有问题，随时问智能助手"
        detail="没把握时，会转给医护人员"
      />
      {physician ? (
        <ListRow
          lead={<Icon name="person" className="sx-brand" />}
          title={`${physician}会看到您的血糖`}
          detail="工作时间里由人查看"
        />
      ) : null}
    </Card>
  </View>
)

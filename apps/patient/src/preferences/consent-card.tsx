import type { PatientMe } from '@suixing/contracts'
import { Card, DangerButton, GhostButton, ListRow } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import './preferences.scss'

/** Consent given, with its version, and the way out, asked once more before it acts. */
export const ConsentCard = (props: {
  enrolment: PatientMe['enrolments'][number]
  busy: boolean
  onWithdraw: () => void
}) => {
  const { enrolment, busy, onWithdraw } = props
  const [asking, setAsking] = useState(false)
  const active = enrolment.status === 'enrolled' || enrolment.status === 'paused'
  return (
    <Card padding="rows">
      <ListRow
        title="知情同意书"
        detail={enrolment.consentVersion === null ? '还没有同意' : `您同意的是 ${enrolment.consentVersion} 版`}
        onPress={() => void Taro.navigateTo({ url: `/pages/consent-text/index?enrolment=${enrolment.id}` })}
      />
      {active && !asking ? (
        <ListRow title="退出项目" detail="马上停止联系，不影响看病" onPress={() => setAsking(true)} />
      ) : null}
      {active && asking ? (
        <View className="preferences-leave">
          <View className="sx-heading">要退出吗</View>
          <View className="sx-second">退出后，我们马上停止联系您。以前的记录按知情同意书保存，看病不受影响。</View>
          <View className="preferences-leave__act">
            <DangerButton text="确认退出" state={busy ? 'busy' : 'ready'} onPress={onWithdraw} />
            <GhostButton text="不退出" size="small" onPress={() => setAsking(false)} />
          </View>
        </View>
      ) : null}
    </Card>
  )
}

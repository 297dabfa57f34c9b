import type { FamilyMembers } from '@suixing/contracts'
import { Avatar, DangerButton, GhostButton, ListRow, localParts } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'

type Member = FamilyMembers['members'][number]

/** One of the family: since when, and the way to end it, asked once more before it acts. */
export const FamilyMemberRow = (props: { member: Member; timeZone: string; busy: boolean; onRemove: () => void }) => {
  const { member, timeZone, busy, onRemove } = props
  const [asking, setAsking] = useState(false)
  const named = `${member.relation} ${member.name}`
  const { year, month, day } = localParts(member.since, timeZone)
  return (
    <View className="family-member">
      <ListRow
        lead={<Avatar name={member.name} />}
        title={named}
        detail={`${year}年${month}月${day}日起`}
        end={asking ? null : <GhostButton text="停止" size="small" onPress={() => setAsking(true)} />}
      />
      {asking ? (
        <View className="family-ask">
          <View>停止后，{named}马上看不到这段对话。</View>
          <View className="family-ask__act">
            <DangerButton text="确认停止" size="small" state={busy ? 'busy' : 'ready'} onPress={onRemove} />
            <GhostButton text="先不停" size="small" onPress={() => setAsking(false)} />
          </View>
        </View>
      ) : null}
    </View>
  )
}

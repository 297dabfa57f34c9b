import type { FamilyMembers } from '@suixing/contracts'
import { Card, failureText, ListRow, Notice, SecondaryButton, useLiveQuery } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../api'
import { FamilyMemberRow } from './family-member-row'
import { InviteForm } from './invite-form'
import { useFamilyChange } from './use-family-change'
import './family.scss'

/** 家人一起看: who of the family sees the conversation, ending it, and inviting somebody. */
export const FamilyCard = ({ timeZone }: { timeZone: string }) => {
  const live = useLiveQuery<FamilyMembers>('family', () => call('familyMembers'), { everyMs: null })
  const { busy, failure, change } = useFamilyChange(live.replace)
  const [inviting, setInviting] = useState(false)
  return (
    <Card padding="rows">
      <View className="family-about">
        家人只能看到「消息」里的这段对话，也能在里面写字；别的记录看不到。您随时可以停止。
      </View>
      {live.status === 'failed' ? (
        <View className="family-trouble">
          <Notice tone="warn" text={`${failureText(live.failure.code).what}，没有读到名单`} />
          <SecondaryButton text="再试一次" size="small" onPress={live.reload} />
        </View>
      ) : null}
      {live.status === 'ready'
        ? live.value.members.map((member) => (
            <FamilyMemberRow
              key={member.id}
              member={member}
              timeZone={timeZone}
              busy={busy}
              onRemove={() => change(() => call('removeFamily', { params: { id: member.id } }))}
            />
          ))
        : null}
      {live.status === 'ready' && live.value.members.length === 0 ? (
        <View className="family-none">现在没有家人一起看。</View>
      ) : null}
      {failure ? <Notice tone="warn" text={`${failureText(failure.code).what}，还没有停止，请再试一次`} /> : null}
      {inviting ? (
        <InviteForm timeZone={timeZone} onClose={() => setInviting(false)} />
      ) : (
        <ListRow title="请一位家人" detail="发给他，由他打开" onPress={() => setInviting(true)} />
      )}
    </Card>
  )
}

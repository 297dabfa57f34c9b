import { Avatar, Card, ListRow } from '@suixing/ui'
import Taro from '@tarojs/taro'
import { familyDoor } from '../api'

/** The way back to a conversation this person was let into; nothing where there is none. */
export const VisitCard = () => {
  const { known } = familyDoor
  if (!known) return null
  return (
    <Card padding="rows">
      <ListRow
        lead={<Avatar name={known.patientName} />}
        title={`${known.patientName}的对话`}
        detail={`您以「${known.member.relation} ${known.member.name}」一起看`}
        onPress={() => void Taro.navigateTo({ url: '/pages/family/index' })}
      />
    </Card>
  )
}

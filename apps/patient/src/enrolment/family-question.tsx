import { Avatar, Card, ListRow, Segmented, Switch } from '@suixing/ui'
import { Input, View } from '@tarojs/components'
import type { EnrolmentDraft } from './draft'
import './enrolment.scss'

type Family = EnrolmentDraft['family']
const relations = ['女儿', '儿子', '老伴', '其他'].map((relation) => ({ value: relation, label: relation }))

/** Whether a member of the family is reminded too, and who. */
export const FamilyQuestion = ({ family, onChange }: { family: Family; onChange: (family: Family) => void }) => {
  const named = family.name.trim() !== ''
  return (
    <Card padding="rows">
      <ListRow
        lead={<Avatar name={family.notify ? family.relation : '家'} />}
        title={family.notify && named ? `${family.relation} · ${family.name.trim()}` : '家人一起收提醒'}
        detail="只收提醒，看不到数值"
        end={<Switch label="告诉家人" on={family.notify} onChange={(notify) => onChange({ ...family, notify })} />}
      />
      {family.notify ? (
        <View className="enrol-family">
          <Segmented
            segments={relations}
            value={family.relation}
            onChange={(relation) => onChange({ ...family, relation })}
          />
          <Input
            className="enrol-family__name"
            value={family.name}
            maxlength={30}
            placeholder="怎么称呼，如 李敏"
            onInput={({ detail }) => onChange({ ...family, name: detail.value })}
          />
        </View>
      ) : null}
    </Card>
  )
}

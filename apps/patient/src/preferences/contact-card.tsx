import type { BodyOf, EnrolmentOffer, PatientMe } from '@suixing/contracts'
import { Card, Segmented, Switch, ListRow } from '@suixing/ui'
import { View } from '@tarojs/components'
import './preferences.scss'

type Preferences = BodyOf<'setPreferences'>
const channels = [
  { value: 'wechat', label: '微信消息' },
  { value: 'phone', label: '打电话' },
] as const

/** When and how to reach the person; a change is sent at once. */
export const ContactCard = (props: {
  preferences: NonNullable<PatientMe['preferences']>
  offer: EnrolmentOffer | null
  onChange: (preferences: Preferences) => void
}) => {
  const { preferences, offer, onChange } = props
  const { family } = preferences
  return (
    <Card>
      {offer ? (
        <View>
          <View className="preferences-label">什么时候方便</View>
          <Segmented
            segments={offer.preferredHours.map(({ id, label }) => ({ value: id, label }))}
            value={preferences.hour}
            onChange={(hour) => onChange({ ...preferences, hour })}
          />
        </View>
      ) : null}
      <View className="preferences-label">怎么联系</View>
      <Segmented
        segments={channels}
        value={preferences.channel}
        onChange={(channel) => onChange({ ...preferences, channel })}
      />
      {family ? (
        <ListRow
          title={`也告诉${family.relation} · ${family.name}`}
          detail="只收提醒，看不到数值"
          end={
            <Switch
              label="告诉家人"
              on={family.notify}
              onChange={(notify) => onChange({ ...preferences, family: { ...family, notify } })}
            />
          }
        />
      ) : null}
    </Card>
  )
}

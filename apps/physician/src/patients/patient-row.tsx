import type { PatientRow as Row } from '@suixing/contracts'
import { displayValue } from '@suixing/glucose'
import { Avatar, Icon, levelLook, levels, RangeBar, TagLabel } from '@suixing/ui'
import { View } from '@tarojs/components'
import { genderAndAge } from '../patient/person-line'
import { urgentLabel, waitingLabel } from '../time/waiting-label'

/** One patient: who, why they stand here, the last value with its shape, and how many readings stand in each range. */
export const PatientRow = ({ row, now, onPress }: { row: Row; now: string; onPress: () => void }) => {
  const waits = row.waitingSince !== null
  const [tag] = row.tags
  return (
    <View className="patient-row" hoverClass="patient-row--pressed" role="button" onClick={onPress}>
      <Avatar name={row.name} tone={waits ? 'kin' : 'plain'} />
      <View className="patient-row__words">
        <View className="patient-row__head">
          <View className="patient-row__name">{row.name}</View>
          {/* Beside a name and how urgently it waits there is no room for more. */}
          {row.urgent ? null : <View className="patient-row__person">{genderAndAge(row.gender, row.age)}</View>}
          {row.waitingSince !== null ? (
            <TagLabel
              text={row.urgent ? urgentLabel(row.waitingSince, now) : waitingLabel(row.waitingSince, now)}
              tone={row.urgent ? 'urgent' : 'kin'}
            />
          ) : tag ? (
            <TagLabel text={tag} />
          ) : null}
        </View>
        <View className="patient-row__why">{row.why ?? '还没有动静'}</View>
      </View>
      <View className="patient-row__glucose">
        <Latest latest={row.latest} />
        {row.counts && levels.some((level) => (row.counts?.[level] ?? 0) > 0) ? (
          <View className="patient-row__ranges">
            <RangeBar counts={row.counts} legend="bar" />
          </View>
        ) : null}
      </View>
    </View>
  )
}

const Latest = ({ latest }: { latest: Row['latest'] }) => {
  if (latest === null) return <View className="patient-row__none">无读数</View>
  const { icon, colour, word } = levelLook[latest.level]
  return (
    <View className="patient-row__latest" style={{ color: `var(--g-${colour}-ink)` }} aria-label={word}>
      <Icon name={icon} size={14} />
      <View className="patient-row__value">{displayValue(latest.glucose, 'mmol/L')}</View>
    </View>
  )
}

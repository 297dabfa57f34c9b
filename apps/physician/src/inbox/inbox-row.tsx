import type { ConversationRow } from '@suixing/contracts'
import { Avatar, Icon, TagLabel } from '@suixing/ui'
import { View } from '@tarojs/components'
import { genderAndAge } from '../patient/person-line'
import { urgentLabel, waitingLabel } from '../time/waiting-label'
import { rowWords } from './row-words'

/** One conversation: who, how long they wait, the words that count, who has it. `shows` fills the last line's start. */
export const InboxRow = (props: {
  row: ConversationRow
  me: string
  now: string
  shows: 'person' | 'programme'
  onPress: () => void
}) => {
  const { row, me, now, shows, onPress } = props
  const { name, said, time, holder } = rowWords(row, me, now)
  const { patient, waitingSince, urgent, unread } = row
  return (
    <View className="inbox-row" hoverClass="inbox-row--pressed" role="button" onClick={onPress}>
      <View className="inbox-row__face">
        <Avatar name={patient?.name ?? '?'} tone={row.state === 'waiting' ? 'kin' : 'plain'} />
        {unread > 0 ? (
          <View className="inbox-row__unread" aria-label={`${unread} 条未读`}>
            {unread > 99 ? '99+' : unread}
          </View>
        ) : null}
      </View>
      <View className="inbox-row__words">
        <View className="inbox-row__head">
          <View className="inbox-row__name">{name}</View>
          {patient && !urgent ? (
            <View className="inbox-row__person">{genderAndAge(patient.gender, patient.age)}</View>
          ) : null}
          {waitingSince === null ? null : (
            <TagLabel
              text={urgent ? urgentLabel(waitingSince, now) : waitingLabel(waitingSince, now)}
              tone={urgent ? 'urgent' : 'kin'}
            />
          )}
          <View className="inbox-row__time">{time}</View>
        </View>
        <View className={`inbox-row__said ${unread > 0 ? 'inbox-row__said--new' : ''}`}>{said}</View>
        <View className="inbox-row__foot">
          <Icon name={row.state === 'assistant' ? 'spark' : 'person'} size={14} className="inbox-row__holder-icon" />
          <View className="inbox-row__holder">{holder}</View>
          {shows === 'programme' ? <View className="inbox-row__programme">{row.programme.name}</View> : null}
          {row.labels.slice(0, 3).map((label) => (
            <TagLabel key={label} text={label} />
          ))}
        </View>
      </View>
    </View>
  )
}

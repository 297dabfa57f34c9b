import type { TimelineItem as Item } from '@suixing/contracts'
import { Card, EmptyState, GhostButton, Icon, TimelineItem } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import './timeline.scss'
import { timelineDays, type TimedEntry } from './timeline-days'
import { timelineEntry } from './timeline-entry'
import type { TouchpointChip } from './touchpoint-chip'

const pageSize = 40

/** Everything that happened, newest first, under the patient's local days. Older entries come on request. */
export const Timeline = (props: { items: readonly Item[]; me: string; now: string; timeZone: string }) => {
  const [shown, setShown] = useState(pageSize)
  if (props.items.length === 0) return <EmptyState text="还没有记录。患者来信、随访和读数会按时间排在这里。" />
  const entries = props.items.slice(0, shown).map((item) => timelineEntry(item, props.me))
  return (
    <Card>
      {timelineDays(entries, props.now, props.timeZone).map(({ label, entries: ofDay }) => (
        <View key={label} className="timeline-day">
          <View className="timeline-day__label">{label}</View>
          {ofDay.map((entry, index) => (
            <TimelineItem
              key={entry.id}
              icon={entry.icon}
              tone={entry.disc}
              what={entry.what}
              at={entry.time}
              detail={detailOf(entry)}
              place={index === ofDay.length - 1 ? 'last' : 'between'}
            />
          ))}
        </View>
      ))}
      {props.items.length > shown ? (
        <GhostButton
          text={`更早的 ${props.items.length - shown} 条`}
          size="small"
          onPress={() => setShown(shown + pageSize)}
        />
      ) : null}
    </Card>
  )
}

const detailOf = ({ detail, fate, chip, dueText }: TimedEntry) => {
  if (chip)
    return (
      <>
        <Chip chip={chip} />
        {dueText ? <View className="timeline-due">{`定在 ${dueText}`}</View> : null}
      </>
    )
  if (!fate) return detail
  return (
    <>
      {detail}
      <View className={`timeline-fate timeline-fate--${fate.tone}`}>{fate.text}</View>
    </>
  )
}

const Chip = ({ chip }: { chip: TouchpointChip }) => (
  <View className={`timeline-chip timeline-chip--${chip.tone}`}>
    <Icon name={chip.icon} size={14} className="timeline-chip__icon" />
    <View className="timeline-chip__words">{`${chip.state} · ${chip.reason}`}</View>
  </View>
)

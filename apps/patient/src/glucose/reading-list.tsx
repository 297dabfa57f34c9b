import type { GlucoseView } from '@suixing/contracts'
import { Card, clockText, dayText, GhostButton, glucoseText, ListRow, localParts, ReadingBadge } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayPart } from './day-part'
import './glucose.scss'

const page = 20

/** Every reading of the span, newest first. A sensor's hundreds a day are seen in the chart, not in a list. */
export const ReadingList = ({ view }: { view: GlucoseView }) => {
  const [shown, setShown] = useState(page)
  const { points, timeZone, to, source } = view
  if (source === 'cgm' || source === 'mixed') return null
  const newest = [...points].reverse()
  const today = localParts(new Date(Date.parse(to) - 1).toISOString(), timeZone)
  return (
    <Card padding="rows">
      {newest.slice(0, shown).map((point) => {
        const parts = localParts(point.at, timeZone)
        return (
          <ListRow
            key={point.at}
            title={dayPart(point.minuteOfDay)}
            detail={`${dayText(parts, today)} ${clockText(parts)}`}
            end={
              <View className="glucose-row">
                <View className="glucose-row__number">{glucoseText(point.glucose)}</View>
                <ReadingBadge level={point.level} look="equal" />
              </View>
            }
          />
        )
      })}
      {shown < newest.length ? (
        <GhostButton text="再看一些" size="small" onPress={() => setShown(shown + page)} />
      ) : null}
    </Card>
  )
}

import type { ConversationPage } from '@suixing/contracts'
import { glucoseText, Icon, levelLook, levels, RangeBar, TagLabel } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import './summary-bar.scss'
import { summaryDetail, summaryLine } from './summary-line'

/** Who this is and how they are, in one line that opens: nobody should answer blindly. */
export const SummaryBar = (props: {
  page: Pick<ConversationPage, 'summary'>
  patient: NonNullable<NonNullable<ConversationPage['conversation']>['patient']>
  onTimeline: () => void
}) => {
  const { page, patient, onTimeline } = props
  const { summary } = page
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="talk-summary">
      <View
        className={`talk-summary__line ${isOpen ? 'talk-summary__line--open' : ''}`}
        role="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <View className="talk-summary__who">{summaryLine(patient, summary)}</View>
        <Latest latest={summary?.latest ?? null} />
        {summary?.counts && levels.some((level) => (summary.counts?.[level] ?? 0) > 0) ? (
          <View className="talk-summary__ranges">
            <RangeBar counts={summary.counts} legend="bar" />
          </View>
        ) : null}
        <Icon name={isOpen ? 'up' : 'down'} size={20} className="talk-summary__fold" />
      </View>
      {isOpen ? (
        <View className="talk-summary__more">
          {summary ? <View className="talk-summary__detail">{summaryDetail(summary)}</View> : null}
          <View className="talk-summary__tags">
            {(summary?.tags ?? []).map((tag) => (
              <TagLabel key={tag} text={tag} tone="brand" />
            ))}
          </View>
          {summary?.counts ? <RangeBar counts={summary.counts} legend="shares" /> : null}
          <View className="talk-summary__timeline" role="button" onClick={onTimeline}>
            看时间线和血糖
            <Icon name="forward" size={18} />
          </View>
        </View>
      ) : null}
    </View>
  )
}

const Latest = ({ latest }: { latest: NonNullable<ConversationPage['summary']>['latest'] }) => {
  if (latest === null) return <View className="talk-summary__none">无读数</View>
  const { icon, colour, word } = levelLook[latest.level]
  return (
    <View className="talk-summary__latest" style={{ color: `var(--g-${colour}-ink)` }} aria-label={word}>
      <Icon name={icon} size={12} />
      <View className="talk-summary__value">{glucoseText(latest.glucose)}</View>
    </View>
  )
}

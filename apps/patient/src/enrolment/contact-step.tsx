import type { EnrolmentOffer } from '@suixing/contracts'
import { ChoiceCard, ChoiceGrid } from '@suixing/ui'
import { View } from '@tarojs/components'
import type { EnrolmentDraft } from './draft'
import { FamilyQuestion } from './family-question'
import { YearQuestion } from './year-question'
import './enrolment.scss'

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** 第 2 步: when and how to reach the person, since when they live with it, whom else to tell. */
export const ContactStep = (props: {
  offer: EnrolmentOffer
  draft: EnrolmentDraft
  onChange: (answer: Partial<EnrolmentDraft>) => void
}) => {
  const { offer, draft, onChange } = props
  return (
    <View>
      <ChoiceGrid>
        {offer.preferredHours.map(({ id, label, from, to }) => (
          <ChoiceCard
            key={id}
            title={label}
            detail={`${clock(from)}–${clock(to)}`}
            chosen={draft.hour === id}
            onChoose={() => onChange({ hour: id })}
          />
        ))}
      </ChoiceGrid>
      <View className="enrol-question">怎么联系</View>
      <ChoiceGrid>
        <ChoiceCard
          title="微信消息"
          chosen={draft.channel === 'wechat'}
          onChoose={() => onChange({ channel: 'wechat' })}
        />
        <ChoiceCard title="打电话" chosen={draft.channel === 'phone'} onChoose={() => onChange({ channel: 'phone' })} />
      </ChoiceGrid>
      <View className="enrol-question">哪一年确诊的</View>
      <YearQuestion
        years={offer.diagnosisYears}
        year={draft.diagnosisYear}
        onChange={(diagnosisYear) => onChange({ diagnosisYear })}
      />
      <View className="enrol-question">要不要也告诉家人</View>
      <FamilyQuestion family={draft.family} onChange={(family) => onChange({ family })} />
    </View>
  )
}

import type { EnrolmentOffer } from '@suixing/contracts'
import { ChoiceCard } from '@suixing/ui'
import { View } from '@tarojs/components'
import type { EnrolmentDraft } from './draft'
import './enrolment.scss'

/** 第 3 步: how it is treated now. */
export const TherapyStep = (props: {
  offer: EnrolmentOffer
  draft: EnrolmentDraft
  onChange: (answer: Partial<EnrolmentDraft>) => void
}) => (
  <View className="enrol-therapies">
    {props.offer.therapies.map(({ id, label }) => (
      <ChoiceCard
        key={id}
        title={label}
        chosen={props.draft.therapy === id}
        onChoose={() => props.onChange({ therapy: id })}
      />
    ))}
  </View>
)

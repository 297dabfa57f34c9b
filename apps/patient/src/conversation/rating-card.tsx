import { Card, failureText, asFailure, Notice } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../api'
import type { Page } from './conversation-page'
import './ask-card.scss'

const answers = [
  { text: '帮到了', score: 3 },
  { text: '一般', score: 2 },
  { text: '没帮到', score: 1 },
] as const

/** One tap after a person's help ended: how it was. Stays as thanks once answered. */
export const RatingCard = ({ rate }: { rate: Page['rate'] }) => {
  const [given, setGiven] = useState<{ handOverId: string; failure: string | null } | null>(null)
  const answered = given !== null && given.failure === null && (rate === null || rate.handOverId === given.handOverId)
  if (answered)
    return (
      <Card>
        <View role="status">谢谢您，我们会照着改进。</View>
      </Card>
    )
  if (!rate) return null
  const tell = (score: number): void => {
    const { handOverId } = rate
    setGiven({ handOverId, failure: null })
    call('patientRate', { body: { handOverId, score } }).catch((caught: unknown) => {
      const { code } = asFailure(caught)
      // Answered before, perhaps in WeChat: that answer counts.
      if (code !== 'conflict') setGiven({ handOverId, failure: failureText(code).what })
    })
  }
  return (
    <Card>
      <View className="sx-heading">这次帮到您了吗？</View>
      <View className="ask-card__about">{rate.name}的这次回复</View>
      <View className="ask-card__choices">
        {answers.map(({ text, score }) => (
          <View key={score} className="ask-card__choice" role="button" onClick={() => tell(score)}>
            {text}
          </View>
        ))}
      </View>
      {given?.failure ? <Notice tone="warn" text={`${given.failure}，请再点一次`} /> : null}
    </Card>
  )
}

import { Card, GhostButton, SecondaryButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../api'
import { platform } from '../platform'
import type { Page } from './conversation-page'
import { subscriptionAnswers } from './subscription-answers'
import './ask-card.scss'

const storageKey = 'reply-notice-asked'

/** Asks once a wait whether WeChat may tell of the reply. One yes is one message, so the next wait asks again. */
export const ReplyNoticeCard = ({ page }: { page: Pick<Page, 'waitingSince' | 'replyTemplateId'> }) => {
  const { waitingSince, replyTemplateId } = page
  const [answered, setAnswered] = useState<{ wait: string; said: string } | null>(null)
  if (waitingSince === null || replyTemplateId === null) return null
  if (answered?.wait === waitingSince)
    return answered.said === '' ? null : (
      <Card>
        <View role="status">{answered.said}</View>
      </Card>
    )
  if (platform.storage.read(storageKey) === waitingSince) return null
  const close = (said: string) => {
    platform.storage.write(storageKey, waitingSince)
    setAnswered({ wait: waitingSince, said })
  }
  const ask = () => {
    // Nothing may be awaited before this call: WeChat asks only inside the tap itself.
    const asked = platform.requestSubscribeMessage([replyTemplateId])
    void asked
      .then((answer) => ({ answer }))
      // The main switch for such messages is off (20004): as good as banned.
      .catch((refused: { errCode?: number }) => ({
        answer: refused.errCode === 20004 ? { [replyTemplateId]: 'ban' } : {},
      }))
      .then(({ answer }) => {
        const results = subscriptionAnswers(answer)
        const given = results[replyTemplateId]
        close(
          given === 'accept' || given === 'acceptWithAlert'
            ? '好的，有回复时微信会告诉您。'
            : '没关系，回复会在这里等您。',
        )
        if (given !== undefined) void call('patientSubscribed', { body: { results } }).catch(() => undefined)
      })
  }
  return (
    <Card>
      <View>医护看到后会在这里回您。</View>
      <View className="ask-card__row">
        <SecondaryButton text="有回复时微信提醒我" size="small" icon="bell" onPress={ask} />
        <GhostButton text="不用" size="small" onPress={() => close('')} />
      </View>
    </Card>
  )
}

import { asFailure, Card, EmptyState, failureText, GhostButton, Notice, SecondaryButton } from '@suixing/ui'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../api'
import { useAssistantChat } from '../assistant/use-assistant-chat'
import type { Home } from './load-home'

const sentence = (home: Extract<Home, { kind: 'ended' }>): string => {
  switch (home.enrolment?.status) {
    case 'completed':
      return '这一段随访已经完成，谢谢您一路同行。'
    case 'withdrawn':
      return '您已退出随访，我们不再主动联系您。'
    default:
      return '您现在没有进行中的随访。'
  }
}

/** Nothing runs: say so, leave the assistant's door open, and let somebody who withdrew come back. */
export const EndedHome = ({ home }: { home: Extract<Home, { kind: 'ended' }> }) => {
  const chat = useAssistantChat()
  const [trouble, setTrouble] = useState<string | null>(null)
  const { enrolment } = home
  const comeBack = async (id: string): Promise<void> => {
    setTrouble(null)
    try {
      await call('rejoin', { params: { id } })
      await Taro.navigateTo({ url: `/pages/consent/index?enrolment=${id}` })
    } catch (error) {
      setTrouble(failureText(asFailure(error).code).what)
    }
  }
  return (
    <Card>
      <EmptyState
        text={sentence(home)}
        action={
          <View>
            {enrolment?.status === 'withdrawn' ? (
              <SecondaryButton text="重新加入" size="small" onPress={() => void comeBack(enrolment.id)} />
            ) : null}
            {chat.state === 'failed' ? null : <GhostButton text="问一问智能助手" size="small" onPress={chat.open} />}
            {trouble ? <Notice tone="warn" text={trouble} /> : null}
          </View>
        }
      />
    </Card>
  )
}

import { Card, EmptyState } from '@suixing/ui'
import { useAssistantChat } from '../assistant/use-assistant-chat'
import { SecondaryButton } from '@suixing/ui'
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

/** Nothing runs: say so, and leave the assistant's door open. */
export const EndedHome = ({ home }: { home: Extract<Home, { kind: 'ended' }> }) => {
  const chat = useAssistantChat()
  return (
    <Card>
      <EmptyState
        text={sentence(home)}
        action={
          chat.state === 'failed' ? undefined : (
            <SecondaryButton text="问一问智能助手" size="small" onPress={chat.open} />
          )
        }
      />
    </Card>
  )
}

import type { ConversationPage } from '@suixing/contracts'
import { Button } from 'antd'
import { ArrowLeftRight, Hand, Smartphone, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { ConversationMove } from '../conversation/use-conversation'
import { GiveDialog } from './give-dialog'

/** Take over, give back to the assistant, pass to a colleague, hand to the WeCom client: only what the state allows. */
export function MoveButtons({
  page,
  meId,
  pending,
  onMove,
}: {
  page: ConversationPage
  meId: string
  pending: boolean
  onMove: (move: ConversationMove) => void
}) {
  const [giving, give] = useState<'pass' | 'to-client' | null>(null)
  const { conversation, client, team } = page
  if (!conversation) return null
  const mine = conversation.state === 'person' && conversation.assignedTo?.id === meId
  const icon = { size: 15, strokeWidth: 1.7 }
  return (
    <div className="move-buttons">
      {mine ? null : (
        <Button
          type="primary"
          block
          disabled={pending}
          icon={<Hand {...icon} />}
          onClick={() => onMove({ action: 'take' })}
        >
          {conversation.state === 'person' ? '改由我接手' : '接手'}
        </Button>
      )}
      {conversation.state === 'person' ? (
        <Button
          type={mine ? 'primary' : 'default'}
          block
          disabled={pending || client !== null}
          icon={<Undo2 {...icon} />}
          onClick={() => onMove({ action: 'give-back' })}
        >
          交还助手
        </Button>
      ) : null}
      <Button block disabled={pending} icon={<ArrowLeftRight {...icon} />} onClick={() => give('pass')}>
        转给…
      </Button>
      <Button
        block
        disabled={pending || client !== null}
        icon={<Smartphone {...icon} />}
        onClick={() => give('to-client')}
      >
        企业微信客户端
      </Button>
      {giving ? (
        <GiveDialog
          kind={giving}
          team={team}
          meId={meId}
          onClose={() => give(null)}
          onGive={(to, note) => {
            give(null)
            onMove(giving === 'pass' ? { action: 'pass', to, ...(note ? { note } : {}) } : { action: 'to-client', to })
          }}
        />
      ) : null}
    </div>
  )
}

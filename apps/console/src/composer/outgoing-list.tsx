import type { StaffView } from '@suixing/contracts'
import { Button } from 'antd'
import { MessageBubble } from '../conversation/message-bubble'
import { shownAs, type Outgoing } from './outgoing'
import { sendFailureWords } from './send-failure-words'
import type { useOutbox } from './use-outbox'

/** Messages on their way, under what was said; one that did not go says why and waits to be tried again or dropped. */
export function OutgoingList({
  outbox,
  staff,
  channel,
  onEdit,
}: {
  outbox: ReturnType<typeof useOutbox>
  staff: StaffView
  channel: 'kf' | 'miniChat'
  onEdit: (text: string) => void
}) {
  const choices = ({ clientId, what, error }: Outgoing) => (
    <span className="row gap8" style={{ marginTop: 4 }}>
      <span className="grow">{sendFailureWords(error).next}</span>
      <Button size="small" onClick={() => outbox.retry(clientId)}>
        再试一次
      </Button>
      {'text' in what ? (
        <Button
          size="small"
          onClick={() => {
            onEdit(what.text)
            outbox.discard(clientId)
          }}
        >
          改一改
        </Button>
      ) : null}
      <Button size="small" onClick={() => outbox.discard(clientId)}>
        不发了
      </Button>
    </span>
  )
  return (
    <ol aria-label="正在发的">
      {outbox.outgoings.map((outgoing) => (
        <MessageBubble
          key={outgoing.clientId}
          message={shownAs(outgoing, staff, channel)}
          when="刚才"
          next={null}
          more={outgoing.state === 'failed' ? choices(outgoing) : null}
        />
      ))}
    </ol>
  )
}

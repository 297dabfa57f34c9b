import { useCallback, useRef, type RefObject } from 'react'
import { useLocation, useParams } from 'react-router-dom'
import { useAnswer } from '../api/use-answer'
import type { ComposerHandle } from '../composer/composer'
import { ConversationColumn } from '../conversation/conversation-column'
import { useConversation } from '../conversation/use-conversation'
import { SideColumn } from '../hand-over/side-column'
import { Page } from '../shell/page'
import { Answered } from '../states/answered'
import { EmptyState } from '../states/empty-state'
import { InboxColumn } from './inbox-column'
import { useInbox } from './use-inbox'
import { useInboxChoice } from './use-inbox-choice'

function OpenConversation({
  id,
  knownLabels,
  composer,
}: {
  id: string
  knownLabels: readonly string[]
  composer: RefObject<ComposerHandle>
}) {
  const location = useLocation()
  const marked = (location.state as { messageId?: string } | null)?.messageId ?? null
  const staff = useAnswer('consoleMe').data?.staff
  const { query, earlier, read, act } = useConversation(id)
  if (!staff) return null
  return (
    <div className="open-conversation">
      <Answered query={query} rows={8}>
        {(page) => (
          <>
            <ConversationColumn
              page={page}
              earlier={earlier}
              read={read}
              conversationId={id}
              staff={staff}
              marked={marked}
              composer={composer}
            />
            <SideColumn page={page} act={act} meId={staff.id} knownLabels={knownLabels} />
          </>
        )}
      </Answered>
    </div>
  )
}

/** The shared inbox: who waits, the conversation, and what to do with it, side by side. */
export function InboxPage() {
  const { id } = useParams()
  const choice = useInboxChoice()
  const inbox = useInbox(choice.choice)
  const composer = useRef<ComposerHandle>(null)
  const reply = useCallback(() => composer.current?.focus(), [])
  return (
    <Page crumbs={[{ title: '对话' }]} tabTitle="对话" layout="columns">
      <InboxColumn {...choice} inbox={inbox} onReply={reply} />
      {id ? (
        <OpenConversation key={id} id={id} knownLabels={inbox.first.data?.labels ?? []} composer={composer} />
      ) : (
        <div className="open-conversation nothing">
          <EmptyState title="选一个对话" detail="等得最久、最急的在最上面。按 j、k 上下，Enter 打开。" />
        </div>
      )}
    </Page>
  )
}

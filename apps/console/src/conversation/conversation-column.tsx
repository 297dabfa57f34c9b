import type { ConversationPage, StaffView } from '@suixing/contracts'
import { ChevronRight, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, type RefObject } from 'react'
import { Link } from 'react-router-dom'
import { Composer, type ComposerHandle } from '../composer/composer'
import { OutgoingList } from '../composer/outgoing-list'
import { useOutbox } from '../composer/use-outbox'
import { patientWords } from '../inbox/patient-words'
import { EmptyState } from '../states/empty-state'
import { nearWords } from '../time/time-words'
import { conversationLook } from './conversation-words'
import { MessageThread } from './message-thread'
import type { useConversation } from './use-conversation'

/** Marks as read what the patient said up to the newest message, once for each newest message, while the page is looked at. */
function useRead(page: ConversationPage, read: (upTo: string) => void) {
  const upTo = page.conversation && page.conversation.unread > 0 ? page.messages.at(-1)?.at : undefined
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (!upTo || told.current === upTo || document.visibilityState === 'hidden') return
    told.current = upTo
    read(upTo)
  })
}

/** The conversation itself: who it is with, what was said, what is on its way, and where to answer. */
export function ConversationColumn({
  page,
  earlier,
  read,
  conversationId,
  staff,
  marked,
  composer,
}: Pick<ReturnType<typeof useConversation>, 'earlier' | 'read'> & {
  page: ConversationPage
  conversationId: string
  staff: StaffView
  marked: string | null
  composer: RefObject<ComposerHandle>
}) {
  const outbox = useOutbox(conversationId, staff.id, page.messages)
  useRead(page, (upTo) => read.mutate(upTo))
  const { mutate: readEarlier, isPending: reading } = earlier
  const missing = marked !== null && !page.messages.some(({ id }) => id === marked)
  const before = page.earlier
  const failed = earlier.isError
  useEffect(() => {
    if (missing && before && !reading && !failed) readEarlier(before)
  }, [missing, before, reading, failed, readEarlier])
  const { conversation } = page
  if (!conversation) return null
  const { patient, programme, state, urgent, window } = conversation
  const { name, about } = patientWords(patient)
  const channel = window.open && window.left > 0 ? 'kf' : 'miniChat'
  return (
    <section className="talk-column" aria-label="对话">
      <header className="talk-head">
        <h1 className="title ellipsis">{name}</h1>
        <span className="second nowrap">{about}</span>
        <span className={`tag ${conversationLook[state].tone}`}>{conversationLook[state].word}</span>
        {urgent ? (
          <span className="tag bad">
            <TriangleAlert size={12} strokeWidth={2} />
            紧急
          </span>
        ) : null}
        <span className="grow" />
        <span className="caption ellipsis">{programme.name}</span>
        {patient ? (
          <Link to={`/patients/${patient.id}`} className="plain-button second nowrap">
            患者资料
            <ChevronRight size={14} strokeWidth={1.7} />
          </Link>
        ) : null}
      </header>
      <MessageThread
        key={conversationId}
        messages={page.messages}
        marked={marked}
        earlier={before}
        reading={reading}
        sending={outbox.outgoings.length}
        onEarlier={() => before && readEarlier(before)}
        onAgain={(text) => composer.current?.put(text)}
      >
        {page.messages.length === 0 && outbox.outgoings.length === 0 ? (
          <EmptyState title="还没有说过话" detail="您可以先问候一句。" />
        ) : null}
        <OutgoingList outbox={outbox} staff={staff} channel={channel} onEdit={(text) => composer.current?.put(text)} />
        {page.readUpTo.patient ? (
          <div className="caption center">患者在小程序里读到 {nearWords(page.readUpTo.patient, page.now)}</div>
        ) : null}
      </MessageThread>
      <Composer
        ref={composer}
        key={`composer-${conversationId}`}
        page={page}
        staffId={staff.id}
        conversationId={conversationId}
        onSend={(what) => outbox.send(what, page.now)}
      />
    </section>
  )
}

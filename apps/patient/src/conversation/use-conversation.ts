import type { MessageView } from '@suixing/contracts'
import { useLiveQuery, useVisible, type Live } from '@suixing/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { call, outbox } from '../api'
import { noteRead } from '../messages/unread'
import { useOutbox } from '../outbox/use-outbox'
import type { Queued } from '../outbox/queue'
import { loadConversation, loadEarlier, type Conversation, type Page } from './load-conversation'
import { mergeMessages } from './merge-messages'

/** The conversation as the page shows it. */
export interface Talk {
  readonly live: Live<Conversation> & { reload: () => void }
  /** Oldest first, with earlier ones once asked for and own ones just taken. */
  readonly messages: readonly MessageView[]
  readonly waiting: readonly Queued[]
  /** Null when nothing was said before. */
  readonly showEarlier: (() => Promise<void>) | null
}

const noMessages: readonly MessageView[] = []
const pageOf = (live: Live<Conversation>): Page | null =>
  live.status === 'ready' && live.value.kind === 'known' ? live.value.page : null

/** Polls the conversation, keeps the queue going with it, and tells the host what was read. */
export const useConversation = (): Talk => {
  const live = useLiveQuery('conversation', loadConversation)
  const { waiting, taken } = useOutbox()
  const [before, setBefore] = useState<Pick<Page, 'messages' | 'earlier'> | null>(null)
  const page = pageOf(live)
  const known = page?.messages ?? noMessages
  const messages = useMemo(
    () => mergeMessages(mergeMessages(taken, before?.messages ?? noMessages), known),
    [known, taken, before],
  )
  useEffect(() => outbox.seen(known), [known])
  // A poll that went through says that the network is there.
  const failure = live.status === 'ready' ? live.failure : null
  useEffect(() => {
    if (page && !failure) outbox.wake()
  }, [page, failure])
  useReadMark(page, messages)

  const earlier = before ? before.earlier : (page?.earlier ?? null)
  const showEarlier = async (from: string): Promise<void> => {
    const more = await loadEarlier(from, page?.programme?.id ?? null)
    setBefore({ messages: mergeMessages(more.messages, before?.messages ?? []), earlier: more.earlier })
  }
  return { live, messages, waiting, showEarlier: earlier === null ? null : () => showEarlier(earlier) }
}

/** What others said and was on screen is read: on this phone at once, at the host as soon as it hears of it. */
const useReadMark = (page: Page | null, messages: readonly MessageView[]): void => {
  const visible = useVisible()
  const told = useRef('')
  const newest = messages[messages.length - 1]?.at
  const upTo = messages.filter(({ author }) => author.kind !== 'patient').pop()?.at
  useEffect(() => {
    if (visible && newest !== undefined) noteRead(newest)
  }, [visible, newest])
  useEffect(() => {
    if (!visible || upTo === undefined || upTo <= told.current) return
    told.current = upTo
    const programmeId = page?.programme?.id
    call('patientRead', { body: { upTo, ...(programmeId === undefined ? {} : { programmeId }) } }).catch(() => {
      // The next poll tells it again.
      told.current = ''
    })
  }, [visible, upTo, page])
}

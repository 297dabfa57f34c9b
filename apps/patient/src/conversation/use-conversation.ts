import type { MessageView } from '@suixing/contracts'
import { useLiveQuery, useVisible, type Live } from '@suixing/ui'
import { useEffect, useRef } from 'react'
import { call, outbox } from '../api'
import { noteRead } from '../messages/unread'
import type { Page } from './conversation-page'
import { loadConversation, loadEarlier, type Conversation } from './load-conversation'
import { failureOf, useTalk, type Talk } from './use-talk'

const pageOf = (live: Live<Conversation>): Page | null =>
  live.status === 'ready' && live.value.kind === 'known' ? live.value.page : null

/** Polls the patient's conversation, keeps the queue going with it, and tells the host what was read. */
export const useConversation = (): Talk & { readonly live: Live<Conversation> & { reload: () => void } } => {
  const live = useLiveQuery('conversation', loadConversation)
  const page = pageOf(live)
  const talk = useTalk({
    page,
    failure: failureOf(live),
    outbox,
    loadEarlier: (before) => loadEarlier(before, page?.programme?.id ?? null),
  })
  useReadMark(page, talk.messages)
  return { ...talk, live }
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

import type { MessageView } from '@suixing/contracts'
import type { ApiFailure, Live } from '@suixing/ui'
import { useEffect, useMemo, useState } from 'react'
import type { Outbox } from '../outbox/outbox'
import type { Queued } from '../outbox/queue'
import { useOutbox } from '../outbox/use-outbox'
import type { Page } from './conversation-page'
import { mergeMessages } from './merge-messages'

/** What was said and what waits to be, as a page shows it. */
export interface Talk {
  /** Oldest first, with earlier ones once asked for and own ones just taken. */
  readonly messages: readonly MessageView[]
  readonly waiting: readonly Queued[]
  /** Null when nothing was said before. */
  readonly showEarlier: (() => Promise<void>) | null
}
type Earlier = Pick<Page, 'messages' | 'earlier'>

const noMessages: readonly MessageView[] = []

/** The last poll's failure, where there is a value all the same. */
export const failureOf = <T>(live: Live<T>): ApiFailure | null => (live.status === 'ready' ? live.failure : null)

/** Puts what the host told, what was asked for of earlier and what waits on this phone together, and keeps the queue going. */
export const useTalk = (about: {
  page: Page | null
  failure: ApiFailure | null
  outbox: Outbox | null
  loadEarlier: (before: string) => Promise<Earlier>
}): Talk => {
  const { page, failure, outbox, loadEarlier } = about
  const { waiting, taken } = useOutbox(outbox)
  const [before, setBefore] = useState<Earlier | null>(null)
  const known = page?.messages ?? noMessages
  const messages = useMemo(
    () => mergeMessages(mergeMessages(taken, before?.messages ?? noMessages), known),
    [known, taken, before],
  )
  useEffect(() => outbox?.seen(known), [outbox, known])
  // A poll that went through says that the network is there.
  useEffect(() => {
    if (page && !failure) outbox?.wake()
  }, [outbox, page, failure])
  const earlier = before ? before.earlier : (page?.earlier ?? null)
  const showEarlier = async (from: string): Promise<void> => {
    const more = await loadEarlier(from)
    setBefore({ messages: mergeMessages(more.messages, before?.messages ?? []), earlier: more.earlier })
  }
  return { messages, waiting, showEarlier: earlier === null ? null : () => showEarlier(earlier) }
}

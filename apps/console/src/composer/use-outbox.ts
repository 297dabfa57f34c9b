import type { ConversationPage, MessageView, SendAnswer } from '@suixing/contracts'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useEffect } from 'react'
import { failureCode } from '../api/api-failure'
import { useCall } from '../api/call-context'
import { answerKey } from '../api/use-answer'
import { attachmentName } from './attachment'
import { draftStore } from './draft-store'
import { newClientId } from './new-client-id'
import { notYetIn, requestOf, type Outgoing, type Outgoings } from './outgoing'
import { toldWords } from './told-words'

const none: readonly Outgoing[] = []
/** Messages of one conversation leave one after the other, in the order they were written, whatever is on screen. */
const lines = new WeakMap<QueryClient, Map<string, Promise<void>>>()
const linesOf = (cache: QueryClient): Map<string, Promise<void>> => {
  const held = lines.get(cache) ?? new Map<string, Promise<void>>()
  lines.set(cache, held)
  return held
}

/** Messages on their way in one conversation. They live in the cache of the console, so leaving the page loses none. */
export function useOutbox(conversationId: string, staffId: string, messages: readonly MessageView[]) {
  const call = useCall()
  const cache = useQueryClient()
  const { notification } = App.useApp()
  const key = ['outbox', conversationId]
  const { data = none } = useQuery<readonly Outgoing[]>({
    queryKey: key,
    queryFn: () => cache.getQueryData<readonly Outgoing[]>(key) ?? none,
    initialData: none,
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const change = (next: (held: readonly Outgoing[]) => readonly Outgoing[]) =>
    cache.setQueryData<readonly Outgoing[]>(key, (held) => next(held ?? none))
  const put = (clientId: string, more: Partial<Outgoing>) =>
    change((held) => held.map((one) => (one.clientId === clientId ? { ...one, ...more } : one)))

  const shown = notYetIn(data, messages)
  useEffect(() => {
    const arrived = data.filter((one) => !shown.includes(one))
    if (arrived.length === 0) return
    for (const { what } of arrived) if ('preview' in what && what.preview) URL.revokeObjectURL(what.preview)
    cache.setQueryData(['outbox', conversationId], shown)
  })

  const deliver = async (clientId: string): Promise<void> => {
    const find = () => cache.getQueryData<readonly Outgoing[]>(key)?.find((one) => one.clientId === clientId)
    const outgoing = find()
    if (!outgoing) return
    try {
      const { what } = outgoing
      if ('file' in what && outgoing.mediaId === null) {
        const { media } = await call('consoleUpload', {
          query: { kind: what.kind, name: attachmentName(what.file.name) },
          file: what.file,
        })
        put(clientId, { mediaId: media.id })
      }
      const request = requestOf(find() ?? outgoing)
      const answer: SendAnswer = await call('consoleSend', { params: { id: conversationId }, body: request })
      put(clientId, { state: 'accepted', answer })
      cache.setQueryData<ConversationPage>(
        answerKey('consoleConversation', { params: { id: conversationId } }),
        (page) =>
          page?.conversation ? { ...page, conversation: { ...page.conversation, window: answer.window } } : page,
      )
      const words = toldWords(answer)
      if (words) notification.info({ title: words.title, description: words.next, placement: 'bottomRight' })
    } catch (error) {
      put(clientId, { state: 'failed', error })
      // The cache ends with the session; words that did not go stand in the field again after signing in.
      const over = ['session-expired', 'not-signed-in'].includes(failureCode(error))
      if (over && 'text' in outgoing.what && draftStore.read(staffId, conversationId) === '')
        draftStore.write(staffId, conversationId, outgoing.what.text)
    }
    void cache.invalidateQueries({ queryKey: answerKey('consoleConversation', { params: { id: conversationId } }) })
    void cache.invalidateQueries({ queryKey: ['consoleInbox'] })
  }
  const queue = (clientId: string) => {
    const line = linesOf(cache)
    const before = line.get(conversationId) ?? Promise.resolve()
    line.set(
      conversationId,
      before.then(() => deliver(clientId)),
    )
  }
  return {
    outgoings: shown,
    send: (what: Outgoings, at: string) => {
      const clientId = newClientId()
      const outgoing: Outgoing = { clientId, at, what, mediaId: null, state: 'sending', error: null, answer: null }
      change((held) => [...held, outgoing])
      queue(clientId)
    },
    retry: (clientId: string) => {
      put(clientId, { state: 'sending', error: null })
      queue(clientId)
    },
    discard: (clientId: string) => change((held) => held.filter((one) => one.clientId !== clientId)),
  }
}

import type { ConversationAction, ConversationPage } from '@suixing/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../api/call-context'
import { sinceQuery } from '../api/since-query'
import { answerKey } from '../api/use-answer'
import { earlierUnder, newestOver } from './merge-pages'

/** What a person does to a conversation; assigning has its own route. */
export type ConversationMove = ConversationAction | { readonly action: 'assign'; readonly to: string | null }

/** One conversation: kept fresh, paged back, and acted on. An action's answer stands at once. */
export function useConversation(id: string) {
  const call = useCall()
  const cache = useQueryClient()
  const params = { id }
  const key = answerKey('consoleConversation', { params })
  const query = useQuery(sinceQuery(call, cache, 'consoleConversation', { params }, newestOver))
  const earlier = useMutation({
    mutationFn: (before: string) => call('consoleConversation', { params, query: { before } }),
    onSuccess: (page) => cache.setQueryData<ConversationPage>(key, (held) => (held ? earlierUnder(held, page) : held)),
  })
  /** Marking as read is nobody's decision: it fails silently and comes again with the next message. */
  const read = useMutation({
    mutationFn: (upTo: string) => call('consoleAct', { params, body: { action: 'read', upTo } }),
    onSuccess: (page) => {
      cache.setQueryData<ConversationPage>(key, (held) => (held ? newestOver(held, page) : page))
      void cache.invalidateQueries({ queryKey: ['consoleInbox'] })
    },
  })
  const act = useMutation({
    mutationFn: (move: ConversationMove) =>
      move.action === 'assign'
        ? call('assign', { params, body: { to: move.to } })
        : call('consoleAct', { params, body: move }),
    onSuccess: (page) => {
      cache.setQueryData<ConversationPage>(key, (held) => (held ? newestOver(held, page) : page))
      void cache.invalidateQueries({ queryKey: ['consoleInbox'] })
    },
    // Somebody else was quicker: what they did is shown.
    onError: () => void cache.invalidateQueries({ queryKey: key }),
  })
  return { query, earlier, read, act }
}

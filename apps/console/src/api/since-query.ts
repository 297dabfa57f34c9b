import type { AnswerOf } from '@suixing/contracts'
import type { QueryClient, UseQueryOptions } from '@tanstack/react-query'
import type { Call, CallInput } from './call'
import { answerKey, pollEveryMs, worthRetrying } from './use-answer'

/** Routes that answer `unchanged` to the cursor of the answer before. */
export type SinceRoute = 'consoleInbox' | 'consoleConversation'
/** What stays of the answer before when a new one comes. */
export type Merge<Answer> = (before: Answer, after: Answer) => Answer

/**
 * A query that asks only for what changed since its last answer. An unchanged answer moves the clock and the cursor on
 * and leaves the rest; one that was overtaken by an action's own answer while it was on its way is dropped.
 */
export function sinceQuery<Name extends SinceRoute>(
  call: Call,
  cache: QueryClient,
  name: Name,
  input: CallInput<Name>,
  merge: Merge<AnswerOf<Name>> = (_, after) => after,
): UseQueryOptions<AnswerOf<Name>> & { queryKey: unknown[] } {
  const queryKey = answerKey(name, input)
  const held = () => cache.getQueryData<AnswerOf<Name>>(queryKey)
  return {
    queryKey,
    queryFn: async () => {
      const since = held()?.cursor
      const query = { ...input.query, ...(since === undefined ? {} : { since }) } as NonNullable<
        CallInput<Name>['query']
      >
      const answer = await call(name, { ...input, query })
      const before = held()
      if (!before) return answer
      if (before.cursor !== since) return before
      return answer.unchanged ? { ...before, now: answer.now, cursor: answer.cursor } : merge(before, answer)
    },
    refetchInterval: pollEveryMs,
    retry: worthRetrying,
  }
}

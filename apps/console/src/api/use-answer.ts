import type { AnswerOf, RouteName } from '@suixing/contracts'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { ApiFailure } from './api-failure'
import type { CallInput } from './call'
import { useCall } from './call-context'

/** How often a screen that waits for something asks again. */
export const pollEveryMs = 3000

/** Key of a route's answer in the query cache. */
export const answerKey = <Name extends RouteName>(name: Name, input: CallInput<Name> = {}) => [name, input.params ?? {}, input.query ?? {}]

/** Reads one GET route and keeps it fresh; the answer before stays on screen while a new page or filter is on its way. */
export function useAnswer<Name extends RouteName>(
  name: Name,
  input: CallInput<Name> = {},
  refresh: 'poll' | 'once' = 'poll',
): UseQueryResult<AnswerOf<Name>> {
  const call = useCall()
  return useQuery({
    queryKey: answerKey(name, input),
    queryFn: () => call(name, input),
    refetchInterval: refresh === 'poll' ? pollEveryMs : false,
    placeholderData: keepPreviousData,
    retry: (count, error) => count < 2 && error instanceof ApiFailure && ['unreachable', 'outside-unavailable'].includes(error.code),
  }) as UseQueryResult<AnswerOf<Name>>
}
